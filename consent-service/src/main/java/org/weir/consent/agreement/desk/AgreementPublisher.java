package org.weir.consent.agreement.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.weir.consent.agreement.store.AgreementEventRow;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;

/** Brings kept events to the topics: {@code agreements} for enforcers, {@code obligations} for recipients. */
@ApplicationScoped
public class AgreementPublisher {
    private final AgreementStore store;
    private final KafkaProducer<String, byte[]> producer;

    AgreementPublisher(AgreementStore store, KafkaSettings kafka, TopicKeeper topics) {
        this.store = store;
        topics.create(Topics.AGREEMENTS);
        topics.create(Topics.OBLIGATIONS);
        this.producer = new KafkaProducer<>(kafka.producer("consent-agreements"));
    }

    /** Returns when the topics hold every change that was kept before the call. */
    public synchronized void publishPending() {
        store.publishPending(this::publish);
    }

    @PreDestroy
    void close() {
        producer.close(java.time.Duration.ofSeconds(1));
    }

    private void publish(List<AgreementEventRow> rows) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (AgreementEventRow row : rows) {
            sent.add(producer.send(new ProducerRecord<>(
                    Topics.AGREEMENTS.pattern(), row.agreement(), row.record().getBytes(StandardCharsets.UTF_8))));
            row.notice()
                    .ifPresent(notice -> sent.add(producer.send(new ProducerRecord<>(
                            Topics.OBLIGATIONS.pattern(), row.agreement(), notice.getBytes(StandardCharsets.UTF_8)))));
        }
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new Refusal(
                        ErrorCode.UNAVAILABLE, "The broker did not take the change; it is kept and tried again.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(ErrorCode.UNAVAILABLE, "The service is stopping.");
            }
        }
    }
}
