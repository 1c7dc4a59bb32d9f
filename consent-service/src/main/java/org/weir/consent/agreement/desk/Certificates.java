package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.weir.consent.party.KeyUse;
import org.weir.consent.party.PartyKey;
import org.weir.consent.party.PartySigner;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.topic.Topics;

/**
 * Takes the certificates of destruction that recipients' own services send over the topic. Every recipient may write it: a
 * certificate counts where it is signed with a key that its recipient registered for certificates.
 */
@ApplicationScoped
class Certificates {
    private final CertificateIntake intake;
    private final KafkaSettings kafka;
    private final TopicKeeper topics;
    private FollowedTopic topic;

    Certificates(ForceDesk desk, PartySigner signer, KafkaSettings kafka, TopicKeeper topics, MeterRegistry meters) {
        this.intake = new CertificateIntake(signer::certified, desk::certify, meters);
        this.kafka = kafka;
        this.topics = topics;
    }

    synchronized void start(@Observes StartupEvent started) {
        topics.create(Topics.OBLIGATIONS);
        follow();
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (topic != null) {
            topic.close();
        }
    }

    /** What a recipient's service certified before its key was known here, it has certified all the same. */
    synchronized void registered(@Observes PartyKey key) {
        if (key.use() == KeyUse.CERTIFICATES && topic != null) {
            topic.close();
            follow();
        }
    }

    private void follow() {
        topic = new FollowedTopic(kafka, Topics.OBLIGATIONS.pattern(), "consent-certificates", this::handle);
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(intake::take);
    }
}
