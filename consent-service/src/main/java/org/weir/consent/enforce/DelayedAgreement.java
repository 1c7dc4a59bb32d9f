package org.weir.consent.enforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Plans;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.policy.SharingRequest;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.topic.Topics;

/**
 * Takes the records of one agreement that holds them back, each when it is due: at its event time and the delay, never
 * earlier. What is not due is kept here and its offset is not committed, so that a restart holds it back anew. Where
 * nothing may flow under the agreement, there is nothing to wait for.
 */
final class DelayedAgreement implements Intake {
    private final AgreementId agreement;
    private final Supplier<Map<TopicPartition, Long>> main;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> held = new HashMap<>();
    private Set<String> topics = Set.of();

    /** @param main how far the enforcement of agreements without delay has come: there a new agreement begins */
    DelayedAgreement(AgreementId agreement, Supplier<Map<TopicPartition, Long>> main) {
        this.agreement = agreement;
        this.main = main;
    }

    @Override
    public boolean mine(CompiledPlan plan) {
        return plan.delivery().delay() != null && plan.agreement().equals(agreement);
    }

    @Override
    public boolean uncovered(int partition, CompiledPlan[] plans) {
        return false;
    }

    @Override
    public void subscribe(Consumer<byte[], byte[]> consumer, Plans plans, ConsumerRebalanceListener listener) {
        Set<String> wanted = new TreeSet<>();
        for (CompiledPlan[] each : plans.all()) {
            for (CompiledPlan plan : each) {
                if (mine(plan)) {
                    wanted.add(Topics.raw(plan.feed()));
                }
            }
        }
        if (!wanted.equals(topics)) {
            consumer.subscribe(wanted, listener);
            topics = wanted;
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> beginnings(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> come = main.get();
        Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
        for (TopicPartition each : partitions) {
            if (come.containsKey(each)) {
                beginnings.put(each, new OffsetAndMetadata(come.get(each)));
            }
        }
        return beginnings;
    }

    @Override
    public Taken take(Consumer<byte[], byte[]> consumer, Duration atMost, Plans plans, Clock clock) {
        if (topics.isEmpty()) {
            return new Taken(ConsumerRecords.empty(), clock.instant());
        }
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(atMost);
        Instant now = clock.instant();
        for (TopicPartition each : polled.partitions()) {
            held.computeIfAbsent(each, p -> new ArrayDeque<>()).addAll(polled.records(each));
        }
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> due = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        held.forEach((partition, records) -> {
            List<ConsumerRecord<byte[], byte[]>> ready = due(records, latest(partition, plans, now));
            if (!ready.isEmpty()) {
                ConsumerRecord<byte[], byte[]> last = ready.get(ready.size() - 1);
                due.put(partition, ready);
                next.put(partition, new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), ""));
            }
        });
        held.values().removeIf(Deque::isEmpty);
        // While something is held of a partition, nothing more of it is fetched.
        consumer.pause(held.keySet());
        List<TopicPartition> free = new ArrayList<>(consumer.paused());
        free.removeAll(held.keySet());
        consumer.resume(free);
        return new Taken(new ConsumerRecords<>(due, next), now);
    }

    @Override
    public void forget(Collection<TopicPartition> partitions) {
        held.keySet().removeAll(partitions);
    }

    /** Up to which event time records are due, milliseconds: all of them where none would flow anyway. */
    private long latest(TopicPartition partition, Plans plans, Instant now) {
        for (CompiledPlan plan : plans.of(Topics.feedOfRaw(partition.topic()))) {
            if (mine(plan)) {
                boolean flows = !(SharingPolicy.decide(plan, SharingRequest.delivery(plan, now)) instanceof Withhold);
                return flows ? now.minus(plan.delivery().delay()).toEpochMilli() : Long.MAX_VALUE;
            }
        }
        return Long.MAX_VALUE;
    }

    /** In their order: what comes behind a record that is not due waits with it. */
    private static List<ConsumerRecord<byte[], byte[]>> due(
            Deque<ConsumerRecord<byte[], byte[]>> records, long latest) {
        List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
        while (!records.isEmpty() && records.peekFirst().timestamp() <= latest) {
            due.add(records.pollFirst());
        }
        return due;
    }
}
