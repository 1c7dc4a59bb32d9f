package org.weir.consent.enforce;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.Refusal;

/**
 * Where the workers of agreements that hold records back have begun: where their group has committed something. They
 * begin where the others had committed before they asked, so whoever stops counting only after it has found them begun
 * leaves no record between the two. For one thread.
 */
final class DelayedBeginnings {
    private static final long AGAIN_NANOS = Duration.ofMillis(500).toNanos();

    private final Function<String, Map<TopicPartition, Long>> committed;
    private final LongSupplier nanos;
    private final Map<AgreementId, Asked> asked = new HashMap<>();

    /** What was answered last, and when. What has begun never goes back to not having begun. */
    private record Asked(Set<TopicPartition> begun, long at) {}

    /**
     * Asks the broker, now and then.
     *
     * @param committed how far a group has come, by partition
     * @param nanos time as {@link System#nanoTime()} tells it
     */
    DelayedBeginnings(Function<String, Map<TopicPartition, Long>> committed, LongSupplier nanos) {
        this.committed = committed;
        this.nanos = nanos;
    }

    /** Whether the agreement's worker accounts for the partition's records from here on. */
    boolean begun(AgreementId agreement, TopicPartition partition) {
        Asked last = asked.get(agreement);
        long now = nanos.getAsLong();
        if (last == null || !last.begun.contains(partition) && now - last.at >= AGAIN_NANOS) {
            last = new Asked(ask(agreement), now);
            asked.put(agreement, last);
        }
        return last.begun.contains(partition);
    }

    /** Where the broker does not say, nothing has begun: a record that is counted here as well is lost nowhere. */
    private Set<TopicPartition> ask(AgreementId agreement) {
        try {
            return new HashSet<>(
                    committed.apply(WorkerSettings.delayed(agreement)).keySet());
        } catch (Refusal unanswered) {
            return Set.of();
        }
    }
}
