package org.weir.consent.enforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.policy.Plans;

/** Which records a session takes, when, and under which plans. For one thread. */
interface Intake extends Division {
    /** Asks for the topics that the plans need; called between transactions. */
    void subscribe(Consumer<byte[], byte[]> consumer, Plans plans, ConsumerRebalanceListener listener);

    /** Where to begin with partitions of which the group has committed nothing; those left out begin at their start. */
    Map<TopicPartition, OffsetAndMetadata> beginnings(Collection<TopicPartition> partitions);

    /** Records that may be decided now, waiting for them at most so long. */
    Taken take(Consumer<byte[], byte[]> consumer, Duration atMost, Plans plans, Clock clock);

    /** Forgets what is held of partitions that are another's now, or are read again. */
    void forget(Collection<TopicPartition> partitions);

    /** Records, and the moment as of which they are decided: they were there by then. */
    record Taken(ConsumerRecords<byte[], byte[]> records, Instant now) {}
}
