package org.weir.consent.enforce;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.policy.Plans;
import org.weir.schemas.topic.Topics;

/**
 * How far the open transaction has read each partition, and what it has counted towards caps: both are committed with
 * it, or neither is. For one thread.
 */
final class Positions {
    private final Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    private final Map<TopicPartition, Quotas> quotas = new HashMap<>();

    /** Takes in what is committed of partitions that are read from there. */
    void begin(Map<TopicPartition, OffsetAndMetadata> committed, Collection<TopicPartition> partitions) {
        for (TopicPartition each : partitions) {
            OffsetAndMetadata at = committed.get(each);
            quotas.put(each, Quotas.of(at == null ? null : at.metadata()));
            read.remove(each);
        }
    }

    void read(Map<TopicPartition, OffsetAndMetadata> next) {
        read.putAll(next);
    }

    void leave(Collection<TopicPartition> partitions) {
        read.keySet().removeAll(partitions);
        quotas.keySet().removeAll(partitions);
    }

    Quotas quotas(TopicPartition partition) {
        return quotas.computeIfAbsent(partition, p -> new Quotas());
    }

    boolean isEmpty() {
        return read.isEmpty();
    }

    /** What is to be committed. */
    Map<TopicPartition, OffsetAndMetadata> toCommit(Plans plans) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        read.forEach((partition, at) -> {
            Quotas counted = quotas(partition);
            counted.keepOnly(agreements(plans, partition));
            offsets.put(partition, new OffsetAndMetadata(at.offset(), at.leaderEpoch(), counted.metadata()));
        });
        return offsets;
    }

    void committed() {
        read.clear();
    }

    private static Set<String> agreements(Plans plans, TopicPartition partition) {
        return Arrays.stream(plans.of(Topics.feedOfRaw(partition.topic())))
                .map(plan -> plan.agreement().value())
                .collect(Collectors.toSet());
    }
}
