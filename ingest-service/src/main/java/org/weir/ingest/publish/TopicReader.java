package org.weir.ingest.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads a topic from given offsets to the end it has now, outside of any group. Blocks. */
@ApplicationScoped
public class TopicReader {
    private static final Duration WAIT = Duration.ofMillis(200);

    /** A broker that has records to give and gives none for this many waits is away. */
    private static final int PATIENCE_WAITS = 50;

    private final Map<String, Object> settings;

    TopicReader(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "ingest-tail");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    }

    /** Where each partition begins to be read. */
    public interface Start {
        /** The offset to begin at, given where the topic begins, ends and passes times. */
        long offset(Log log);
    }

    /** What is known of one partition. */
    public interface Log {
        int partition();

        long begin();

        long end();

        /** The first offset whose timestamp is at or after that time; the end where none is. */
        long at(long epochMillis);
    }

    /**
     * Reads.
     *
     * @param topic an existing topic
     * @param start where each partition begins to be read
     * @param each takes the records, in the order of each partition
     * @return each partition's end, up to which was read
     * @throws Refusal {@code unavailable} where the broker does not answer
     */
    public Map<Integer, Long> read(String topic, Start start, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            for (TopicPartition p : partitions) {
                consumer.seek(p, start.offset(new PartitionLog(consumer, p, begins.get(p), ends.get(p))));
            }
            drain(consumer, ends, each);
            Map<Integer, Long> read = new HashMap<>();
            ends.forEach((p, end) -> read.put(p.partition(), end));
            return read;
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not answer.");
        }
    }

    private static void drain(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        int waits = 0;
        while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(WAIT);
            waits = records.isEmpty() ? waits + 1 : 0;
            if (waits > PATIENCE_WAITS) {
                throw new Refusal(ErrorCode.UNAVAILABLE, "The broker gives no records.");
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    each.accept(record);
                }
            }
        }
    }

    private record PartitionLog(KafkaConsumer<?, ?> consumer, TopicPartition topicPartition, long begin, long end)
            implements Log {
        @Override
        public int partition() {
            return topicPartition.partition();
        }

        @Override
        public long at(long epochMillis) {
            var found = consumer.offsetsForTimes(Map.of(topicPartition, epochMillis))
                    .get(topicPartition);
            return found == null ? end : found.offset();
        }
    }
}
