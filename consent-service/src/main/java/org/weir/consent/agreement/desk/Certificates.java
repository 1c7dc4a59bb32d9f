package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;

/** Takes the certificates of destruction that recipients' own services send over the topic. */
@ApplicationScoped
class Certificates {
    static final String METER = "weir.destruction.unreadable";

    private static final Logger LOG = Logger.getLogger(Certificates.class);

    private final ForceDesk desk;
    private final KafkaSettings kafka;
    private final TopicKeeper topics;
    private final Counter unreadable;
    private FollowedTopic topic;

    Certificates(ForceDesk desk, KafkaSettings kafka, TopicKeeper topics, MeterRegistry meters) {
        this.desk = desk;
        this.kafka = kafka;
        this.topics = topics;
        this.unreadable = meters.counter(METER);
    }

    void start(@Observes StartupEvent started) {
        topics.create(Topics.OBLIGATIONS);
        topic = new FollowedTopic(kafka, Topics.OBLIGATIONS.pattern(), "consent-certificates", this::handle);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (topic != null) {
            topic.close();
        }
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            read(record, unreadable).ifPresent(this::take);
        }
    }

    /** The certificate that a record is; empty for a notice, and for what cannot be read, which is counted. */
    static Optional<DestructionCertificate> read(ConsumerRecord<byte[], byte[]> record, Counter unreadable) {
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (!DestructionCertificate.isKey(key)) {
            return Optional.empty();
        }
        try {
            DestructionCertificate certificate = Json.TOLERANT.readValue(record.value(), DestructionCertificate.class);
            if (certificate != null && key.equals(certificate.key())) {
                return Optional.of(certificate);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "Unreadable; offset=%d", record.offset());
        }
        unreadable.increment();
        LOG.warnf("A certificate cannot be read and certifies nothing; key=%s", key);
        return Optional.empty();
    }

    private void take(DestructionCertificate certificate) {
        try {
            desk.certify(certificate);
        } catch (Refusal refusal) {
            if (refusal.error() == ErrorCode.UNAVAILABLE) {
                // The topic is read again from its beginning until what it says can be kept.
                throw refusal;
            }
            LOG.warnf("A certificate is not taken; agreement=%s: %s", certificate.agreement(), refusal.getMessage());
        }
    }
}
