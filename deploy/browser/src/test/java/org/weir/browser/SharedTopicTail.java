package org.weir.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what is on a shared topic beyond the offsets that a receipt names. */
final class SharedTopicTail {
    private SharedTopicTail() {}

    /** Watches for that long, so that a record which comes late is seen too. */
    static int recordsAfter(String broker, JsonNode receipt, Duration watched) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            String topic = receipt.path("sharedTopic").asText();
            receipt.path("endOffsets")
                    .fieldNames()
                    .forEachRemaining(p -> partitions.add(new TopicPartition(topic, Integer.parseInt(p))));
            consumer.assign(partitions);
            for (TopicPartition p : partitions) {
                consumer.seek(
                        p,
                        receipt.path("endOffsets")
                                .path(Integer.toString(p.partition()))
                                .asLong());
            }
            int records = 0;
            long end = System.nanoTime() + watched.toNanos();
            while (System.nanoTime() < end) {
                records += consumer.poll(Duration.ofMillis(250)).count();
            }
            return records;
        }
    }
}
