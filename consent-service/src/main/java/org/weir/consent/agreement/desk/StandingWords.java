package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.KafkaSettings;

/**
 * Keeps the hub's newest word the last one under each agreement's key in a compacted topic: anything else that stands last
 * would in time be all that is left, and be believed by whoever begins to read.
 */
final class StandingWords implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StandingWords.class);
    /** A beat must not hold up the clock for long; the next one looks again. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String name;
    private final LastWords last;
    private final FollowedTopic topic;
    private final Supplier<Map<String, String>> kept;
    private final Consumer<Map<String, String>> publish;
    private final Counter renewed;

    /**
     * Begins to follow.
     *
     * @param kept gives the JSON of the newest word on each agreement that was published, as it is kept
     * @param publish publishes some of them again
     */
    StandingWords(
            KafkaSettings kafka,
            String name,
            String group,
            LastWords last,
            Supplier<Map<String, String>> kept,
            Consumer<Map<String, String>> publish,
            Counter renewed) {
        this.name = name;
        this.last = last;
        this.kept = kept;
        this.publish = publish;
        this.renewed = renewed;
        this.topic = new FollowedTopic(kafka, name, group, this::handle);
    }

    /** Where there is a reason to look, looks, and publishes again what is hidden. */
    void beat() {
        if (!last.takeDoubt()) {
            return;
        }
        boolean done = false;
        try {
            // First what is kept, then what was published: so what is published meanwhile is not taken for missing.
            Map<String, String> words = kept.get();
            if (topic.catchUp(PATIENCE)) {
                renew(words);
                done = true;
            }
        } finally {
            if (!done) {
                last.doubt();
            }
        }
    }

    @Override
    public void close() {
        topic.close();
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(last::heard);
    }

    private void renew(Map<String, String> words) {
        Map<String, String> hidden = new TreeMap<>(words);
        hidden.entrySet().removeIf(each -> last.epoch(each.getKey()) >= SealedNotice.epoch(each.getValue()));
        if (!hidden.isEmpty()) {
            publish.accept(hidden);
            renewed.increment(hidden.size());
            LOG.warnf(
                    "What was not the last word in its topic was published again; topic=%s, n=%d", name, hidden.size());
        }
    }
}
