package org.weir.consent.enforce;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Plans;
import org.weir.schemas.topic.Topics;

/**
 * Takes every raw record as it comes, under every plan that does not hold records back. Where a feed has only such that
 * do, its records count as covered by no agreement until the worker of one of those has begun, and again from the end of
 * the last one on.
 */
final class EveryFeed implements Intake {
    private static final Pattern RAW = Pattern.compile(Pattern.quote(Topics.RAW.prefix()) + ".+");

    private final DelayedBeginnings delayed;
    private boolean subscribed;

    EveryFeed(DelayedBeginnings delayed) {
        this.delayed = delayed;
    }

    @Override
    public boolean mine(CompiledPlan plan) {
        return plan.delivery().delay() == null;
    }

    @Override
    public boolean uncovered(int partition, CompiledPlan[] plans) {
        for (CompiledPlan plan : plans) {
            if (Holding.of(plan) == Holding.IN_FORCE
                    && delayed.begun(plan.agreement(), new TopicPartition(Topics.raw(plan.feed()), partition))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void subscribe(Consumer<byte[], byte[]> consumer, Plans plans, ConsumerRebalanceListener listener) {
        if (!subscribed) {
            consumer.subscribe(RAW, listener);
            subscribed = true;
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> beginnings(Collection<TopicPartition> partitions) {
        return Map.of();
    }

    @Override
    public Taken take(Consumer<byte[], byte[]> consumer, Duration atMost, Plans plans, Clock clock) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(atMost);
        return new Taken(records, clock.instant());
    }

    @Override
    public void forget(Collection<TopicPartition> partitions) {
        // Nothing is held.
    }
}
