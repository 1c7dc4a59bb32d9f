package org.weir.dashboard.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.weir.dashboard.Shared;
import org.weir.dashboard.stream.Keys;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.topic.Topics;

/** Writes a tombstone for every run of an agreement in the topic of runs: they leave its disks within a day. */
@ApplicationScoped
public class RunTopicPurge {
    static final String STORE = Topics.TRIP_RUNS.pattern();

    private static final Duration WAIT = Duration.ofMillis(200);

    private final Shared shared;

    RunTopicPurge(Shared shared) {
        this.shared = shared;
    }

    /**
     * Reads the whole topic, and returns when the broker has the tombstones.
     *
     * @param found is told how many runs there are, before the first tombstone
     */
    void purge(AgreementId agreement, LongConsumer found) {
        Map<TopicPartition, Set<String>> runs = runs(Keys.of(agreement));
        found.accept(runs.values().stream().mapToLong(Set::size).sum());
        Map<String, Object> settings = shared.broker();
        settings.put("client.id", "dashboard-runs-purge");
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            AtomicReference<Exception> refused = new AtomicReference<>();
            runs.forEach((partition, keys) -> keys.forEach(key -> producer.send(
                    new ProducerRecord<>(
                            partition.topic(), partition.partition(), key.getBytes(StandardCharsets.UTF_8), null),
                    (sent, e) -> refused.compareAndSet(null, e))));
            producer.flush();
            if (refused.get() != null) {
                throw new IllegalStateException("The broker did not take a tombstone.", refused.get());
            }
        }
    }

    private Map<TopicPartition, Set<String>> runs(String prefix) {
        Map<String, Object> settings = shared.broker();
        settings.put("client.id", "dashboard-runs-purge");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        Map<TopicPartition, Set<String>> runs = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(STORE).stream()
                    .map(p -> new TopicPartition(STORE, p.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(WAIT).forEach(record -> take(record, prefix, runs));
            }
        }
        return runs;
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> record, String prefix, Map<TopicPartition, Set<String>> runs) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.startsWith(prefix)) {
            Set<String> keys =
                    runs.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), p -> new HashSet<>());
            if (record.value() == null) {
                keys.remove(key);
            } else {
                keys.add(key);
            }
        }
    }
}
