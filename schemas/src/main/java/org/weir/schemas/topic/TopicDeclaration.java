package org.weir.schemas.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One kind of topic.
 *
 * @param pattern its name, with {@code <placeholders>} where the name depends on ids
 * @param key what a record's key is
 * @param value what a record's value is
 * @param partitions how many partitions a new topic gets
 * @param cleanup how it forgets
 * @param retention how long it keeps records where it forgets by time; zero for a compacted topic
 * @param writers who may write it
 * @param readers who may read it
 */
public record TopicDeclaration(
        String pattern,
        String key,
        String value,
        int partitions,
        Cleanup cleanup,
        Duration retention,
        List<Party> writers,
        List<Party> readers) {

    /** The fixed part of the name: what comes before the first placeholder. */
    public String prefix() {
        int placeholder = pattern.indexOf('<');
        return placeholder < 0 ? pattern : pattern.substring(0, placeholder);
    }

    /** Kafka's settings for a topic of this kind, kept as long as declared. */
    public Map<String, String> settings() {
        return switch (cleanup) {
            case COMPACT -> Map.of("cleanup.policy", cleanup.policy());
            case TIME -> keptFor(retention);
            // Counted from the writing: a past day that is replayed is not old.
            case COMPACT_FOR_A_TIME ->
                Map.of(
                        "cleanup.policy",
                        cleanup.policy(),
                        "retention.ms",
                        Long.toString(retention.toMillis()),
                        "message.timestamp.type",
                        "LogAppendTime");
        };
    }

    /** The same, kept for as long as an agreement says. */
    public Map<String, String> keptFor(Duration keep) {
        return Map.of("cleanup.policy", cleanup.policy(), "retention.ms", Long.toString(keep.toMillis()));
    }

    /**
     * The same for a feed that replays the past. A record's timestamp is its event time, so that retention by time
     * would delete a recording of last year on arrival; such a topic is bounded by size instead.
     *
     * @param bytes how much each partition keeps
     */
    public Map<String, String> keptBySize(long bytes) {
        return Map.of(
                "cleanup.policy", cleanup.policy(), "retention.ms", "-1", "retention.bytes", Long.toString(bytes));
    }
}
