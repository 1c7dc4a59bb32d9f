package org.weir.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.weir.schemas.position.PositionReader;

/** Reads a topic and parses what it holds, on one thread, with the fetching that the stream has too. */
final class BareConsumer {
    private BareConsumer() {}

    /** Seconds until so many positions are read and parsed. */
    static double seconds(String broker, String topic, long positions) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                4_000,
                "max.partition.fetch.bytes",
                4 << 20);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long begin = System.nanoTime();
            long left = positions;
            while (left > 0) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    left -= PositionReader.read(record.value()).timestamp() > 0 ? 1 : 0;
                }
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
