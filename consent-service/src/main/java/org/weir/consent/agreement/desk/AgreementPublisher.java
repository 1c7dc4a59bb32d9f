package org.weir.consent.agreement.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.weir.consent.agreement.store.AgreementEventRow;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

/**
 * Brings kept events to the topics: {@code agreements} for enforcers, {@code obligations} for recipients, who are told
 * under the hub's signature. It is made when a notice is sent, so that one kept from before notices were signed has it. Of
 * several processes one at a time publishes, and none behind another's back: an older change behind a newer one would be
 * all that is left of an agreement once the topic is compacted.
 */
@ApplicationScoped
public class AgreementPublisher {
    /** The lock of all processes of one hub. */
    static final String WRITER = "consent-agreements";

    /** What a process that died has open holds up nobody for longer. */
    private static final int TRANSACTION_MS = 10_000;

    /** A change right behind another finds the one before complete within milliseconds, and must not wait for more. */
    private static final int AGAIN_MS = 10;

    /** Locked out so often in a row, it lets the others go first; the clock tries again. */
    private static final int ATTEMPTS = 5;

    private final AgreementStore store;
    private final SigningKey key;
    private final TopicKeeper topics;
    private final OneWriter writer;

    AgreementPublisher(AgreementStore store, KafkaSettings kafka, TopicKeeper topics, SigningKey key) {
        this.store = store;
        this.key = key;
        this.topics = topics;
        topics.create(Topics.AGREEMENTS);
        topics.create(Topics.OBLIGATIONS);
        this.writer = new OneWriter(() -> new KafkaProducer<>(settings(kafka)));
    }

    /** Returns when readers of the topics see every change that was kept before the call. */
    public synchronized void publishPending() {
        for (int attempt = 1; ; attempt++) {
            // Before the rows are read: see there.
            writer.begin();
            try {
                store.publishPending(this::publish);
                return;
            } catch (Refusal refusal) {
                if (!writer.wasLockedOut() || attempt == ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }

    /** Publishes notices again, by agreement, and returns when their topic holds them. */
    synchronized void publishNotices(Map<String, String> notices) {
        writer.begin();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        notices.forEach((agreement, notice) -> records.add(SealedNotice.of(agreement, notice, key)));
        writer.write(records);
    }

    @PreDestroy
    void close() {
        writer.close();
    }

    static Map<String, Object> settings(KafkaSettings kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.producer(WRITER));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRANSACTION_MS / 2);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, AGAIN_MS);
        return settings;
    }

    private void publish(List<AgreementEventRow> rows) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (AgreementEventRow row : rows) {
            records.add(new ProducerRecord<>(
                    Topics.AGREEMENTS.pattern(), row.agreement(), row.record().getBytes(StandardCharsets.UTF_8)));
            row.notice().ifPresent(notice -> records.add(SealedNotice.of(row.agreement(), notice, key)));
        }
        List<RecordMetadata> written = writer.write(records);
        // Of `agreements`: recipients may hear of it a moment later.
        awaitReaders(written.stream()
                .filter(each -> Topics.AGREEMENTS.pattern().equals(each.topic()))
                .reduce((before, after) -> after)
                .orElseThrow());
    }

    /**
     * A commit is answered a moment before readers see it. Whoever reads the enforcers' reports afterwards must know that
     * those who begin now see the change; enforcers that work take longer to report it, so that this delays no receipt.
     */
    private void awaitReaders(RecordMetadata last) {
        long until = System.nanoTime() + Duration.ofMillis(TRANSACTION_MS).toNanos();
        while (!topics.isVisible(last.topic(), last.offset())) {
            if (System.nanoTime() - until > 0) {
                throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not show the change; it is tried again.");
            }
            Thread.onSpinWait();
        }
    }
}
