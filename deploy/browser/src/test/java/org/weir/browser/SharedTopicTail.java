package org.weir.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what is on shared topics beyond the offsets that a signed receipt names. */
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
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (JsonNode each : receipt.path("receipt").path("shared")) {
                String topic = each.path("topic").asText();
                each.path("endOffsets")
                        .fields()
                        .forEachRemaining(end -> ends.put(
                                new TopicPartition(topic, Integer.parseInt(end.getKey())),
                                end.getValue().asLong()));
            }
            if (ends.isEmpty()) {
                throw new IllegalArgumentException("The receipt names no offsets: " + receipt);
            }
            consumer.assign(ends.keySet());
            ends.forEach(consumer::seek);
            int records = 0;
            long end = System.nanoTime() + watched.toNanos();
            while (System.nanoTime() < end) {
                records += consumer.poll(Duration.ofMillis(250)).count();
            }
            return records;
        }
    }
}
