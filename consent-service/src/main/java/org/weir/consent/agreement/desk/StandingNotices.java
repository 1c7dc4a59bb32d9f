package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

/**
 * Keeps the hub's newest word the last one under each agreement in topic {@code obligations}. The topic is compacted and
 * recipients write it too: whatever one of them writes under an agreement's key, be it nothing or an older notice of the
 * hub's own, would in time be all that is left, and hide an end from whoever begins to read. Notices of before they were
 * signed are renewed by the same way when the hub starts.
 */
@ApplicationScoped
class StandingNotices implements Beat {
    static final String METER = "weir.notices.renewed";

    private static final Logger LOG = Logger.getLogger(StandingNotices.class);
    /** A beat must not hold up the clock for long; the next one looks again. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AgreementStore store;
    private final AgreementPublisher publisher;
    private final KafkaSettings kafka;
    private final TopicKeeper topics;
    private final LastNotices last;
    private final Counter renewed;
    private volatile FollowedTopic topic;

    StandingNotices(
            AgreementStore store,
            AgreementPublisher publisher,
            KafkaSettings kafka,
            TopicKeeper topics,
            SigningKey key,
            MeterRegistry meters) {
        this.store = store;
        this.publisher = publisher;
        this.kafka = kafka;
        this.topics = topics;
        this.last = new LastNotices(key);
        this.renewed = meters.counter(METER);
    }

    void start(@Observes StartupEvent started) {
        topics.create(Topics.OBLIGATIONS);
        topic = new FollowedTopic(kafka, Topics.OBLIGATIONS.pattern(), "consent-notices", this::handle);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (topic != null) {
            topic.close();
        }
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(last::heard);
    }

    @Override
    public void beat() {
        FollowedTopic followed = topic;
        if (followed == null || !last.takeDoubt()) {
            return;
        }
        boolean done = false;
        try {
            // First what is kept, then what was published: so what is published meanwhile is not taken for missing.
            Map<String, String> kept = store.publishedNotices();
            if (followed.catchUp(PATIENCE)) {
                renew(kept);
                done = true;
            }
        } finally {
            if (!done) {
                last.doubt();
            }
        }
    }

    private void renew(Map<String, String> kept) {
        Map<String, String> hidden = new TreeMap<>(kept);
        hidden.entrySet().removeIf(each -> last.epoch(each.getKey()) >= SealedNotice.epoch(each.getValue()));
        if (!hidden.isEmpty()) {
            publisher.publishNotices(hidden);
            renewed.increment(hidden.size());
            LOG.warnf("Notices that were not the last word in their topic were published again; n=%d", hidden.size());
        }
    }
}
