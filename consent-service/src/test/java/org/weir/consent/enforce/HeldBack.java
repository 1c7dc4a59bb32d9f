package org.weir.consent.enforce;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Plans;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/** The worker of an agreement with a delay, fed by a scenario in place of a broker. */
final class HeldBack {
    private final DelayedAgreement intake;
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    HeldBack(AgreementId agreement) {
        this.intake = new DelayedAgreement(agreement, Map::of);
    }

    boolean isOf(CompiledPlan plan) {
        return intake.mine(plan);
    }

    /** Records come to the feed's raw topic. */
    void come(List<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(each -> consumer.schedulePollTask(() -> consumer.addRecord(each)));
    }

    /** Those that are due now, by feed. */
    Map<FeedId, List<ConsumerRecord<byte[], byte[]>>> due(Plans plans, Clock clock) {
        intake.subscribe(consumer, plans, new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(java.util.Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(java.util.Collection<TopicPartition> partitions) {}
        });
        List<TopicPartition> partitions = consumer.subscription().stream()
                .map(topic -> new TopicPartition(topic, RawRecords.PARTITION))
                .toList();
        if (consumer.assignment().isEmpty()) {
            partitions.forEach(each -> consumer.updateBeginningOffsets(Map.of(each, 0L)));
            consumer.rebalance(partitions);
        }
        Map<FeedId, List<ConsumerRecord<byte[], byte[]>>> due = new HashMap<>();
        // One poll for each record that came, and one more for those that were held.
        for (int n = 0; n < 10; n++) {
            ConsumerRecords<byte[], byte[]> taken =
                    intake.take(consumer, Duration.ZERO, plans, clock).records();
            for (TopicPartition each : taken.partitions()) {
                due.computeIfAbsent(Topics.feedOfRaw(each.topic()), f -> new java.util.ArrayList<>())
                        .addAll(taken.records(each));
            }
        }
        return due;
    }
}
