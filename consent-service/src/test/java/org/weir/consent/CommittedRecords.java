package org.weir.consent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.topic.KafkaSettings;

/** What lies in a topic, as whoever is let in reads it. */
public final class CommittedRecords {
    /**
     * A reader that has come to the end has asked for more already, and is not closed before the broker has answered:
     * half a second, unless it asks for an answer sooner. Tests read some thousand times.
     */
    private static final int SOON_MILLIS = 10;

    private CommittedRecords() {}

    /** Everything committed so far, by partition and offset; none where there is no such topic. */
    public static List<ConsumerRecord<byte[], byte[]>> read(KafkaSettings kafka, String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        Map<String, Object> settings = kafka.consumer("test-read");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, SOON_MILLIS);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<PartitionInfo> there = consumer.listTopics().getOrDefault(topic, List.of());
            List<TopicPartition> partitions = there.stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(all::add);
            }
        }
        all.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return all;
    }
}
