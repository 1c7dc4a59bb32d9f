package org.weir.consent.agreement.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.weir.consent.agreement.store.AgreementEventRow;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

/**
 * Brings kept events to the topics: {@code agreements} for enforcers, {@code obligations} for recipients, who are told
 * under the hub's signature. It is made when a notice is sent, so that one kept from before notices were signed has it.
 */
@ApplicationScoped
public class AgreementPublisher {
    private final AgreementStore store;
    private final SigningKey key;
    private final KafkaProducer<String, byte[]> producer;

    AgreementPublisher(AgreementStore store, KafkaSettings kafka, TopicKeeper topics, SigningKey key) {
        this.store = store;
        this.key = key;
        topics.create(Topics.AGREEMENTS);
        topics.create(Topics.OBLIGATIONS);
        this.producer = new KafkaProducer<>(kafka.producer("consent-agreements"));
    }

    /** Returns when the topics hold every change that was kept before the call. */
    public synchronized void publishPending() {
        store.publishPending(this::publish);
    }

    /** Publishes notices again, by agreement, and returns when their topic holds them. */
    synchronized void publishNotices(Map<String, String> notices) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        notices.forEach((agreement, notice) -> sent.add(producer.send(SealedNotice.of(agreement, notice, key))));
        await(sent);
    }

    /** Publishes the newest changes again, by agreement, and returns when their topic holds them. */
    synchronized void publishRecords(Map<String, String> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach((agreement, record) -> sent.add(producer.send(change(agreement, record))));
        await(sent);
    }

    /** The epoch of a change as its topic has it; empty where there is none to be read. */
    static OptionalLong epoch(ConsumerRecord<byte[], byte[]> record) {
        try {
            JsonNode epoch = record.value() == null
                    ? MissingNode.getInstance()
                    : Json.TOLERANT.readTree(record.value()).path("epoch");
            return epoch.isIntegralNumber() ? OptionalLong.of(epoch.asLong()) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @PreDestroy
    void close() {
        producer.close(java.time.Duration.ofSeconds(1));
    }

    private void publish(List<AgreementEventRow> rows) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (AgreementEventRow row : rows) {
            sent.add(producer.send(change(row.agreement(), row.record())));
            row.notice().ifPresent(notice -> sent.add(producer.send(SealedNotice.of(row.agreement(), notice, key))));
        }
        await(sent);
    }

    private static ProducerRecord<String, byte[]> change(String agreement, String record) {
        return new ProducerRecord<>(Topics.AGREEMENTS.pattern(), agreement, record.getBytes(StandardCharsets.UTF_8));
    }

    private void await(List<Future<RecordMetadata>> sent) {
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
