package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.Counter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.topic.TopicDeclaration;

/**
 * Keeps the hub's newest word the last one under each agreement's key in a compacted topic: anything else that stands last
 * would in time be all that is left, and be believed by whoever begins to read.
 */
abstract class StandingWords implements Beat {
    private static final Logger LOG = Logger.getLogger(StandingWords.class);
    /** A beat must not hold up the clock for long; the next one looks again. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final TopicKeeper topics;
    private final TopicDeclaration declaration;
    private final String group;
    private final LastWords last;
    private final Counter renewed;
    private volatile FollowedTopic topic;

    /** @param epochOf tells the epoch of the hub's word; empty where the record is not its word */
    StandingWords(
            KafkaSettings kafka,
            TopicKeeper topics,
            TopicDeclaration declaration,
            String group,
            Function<ConsumerRecord<byte[], byte[]>, OptionalLong> epochOf,
            Counter renewed) {
        this.kafka = kafka;
        this.topics = topics;
        this.declaration = declaration;
        this.group = group;
        this.last = new LastWords(epochOf);
        this.renewed = renewed;
    }

    /** The JSON of the newest word on each agreement that was published, as it is kept. */
    abstract Map<String, String> kept();

    /** Publishes some of them again. */
    abstract void publish(Map<String, String> words);

    void start(@Observes StartupEvent started) {
        topics.create(declaration);
        topic = new FollowedTopic(kafka, declaration.pattern(), group, this::handle);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (topic != null) {
            topic.close();
        }
    }

    /** Where there is a reason to look, looks, and publishes again what is hidden. */
    @Override
    public void beat() {
        FollowedTopic followed = topic;
        if (followed == null || !last.takeDoubt()) {
            return;
        }
        boolean done = false;
        try {
            // First what is kept, then what was published: so what is published meanwhile is not taken for missing.
            Map<String, String> words = kept();
            if (followed.catchUp(PATIENCE)) {
                renew(words);
                done = true;
            }
        } finally {
            if (!done) {
                last.doubt();
            }
        }
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(last::heard);
    }

    private void renew(Map<String, String> words) {
        Map<String, String> hidden = new TreeMap<>(words);
        hidden.entrySet().removeIf(each -> last.epoch(each.getKey()) >= SealedNotice.epoch(each.getValue()));
        if (!hidden.isEmpty()) {
            publish(hidden);
            renewed.increment(hidden.size());
            LOG.warnf(
                    "What was not the last word in its topic was published again; topic=%s, n=%d",
                    declaration.pattern(), hidden.size());
        }
    }
}
