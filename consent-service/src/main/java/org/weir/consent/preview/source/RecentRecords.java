package org.weir.consent.preview.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.preview.RawRecord;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;

/** The newest records of a feed, as they lie in its raw topic. Bounded in number, bytes, time and in how many ask. */
@ApplicationScoped
public class RecentRecords {
    /** So many records make a preview, and not one more is read. */
    public static final int MOST = 2000;

    private static final int MOST_BYTES = 16 << 20;
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * At the end of the topic the broker would hold a question for more, and with it the end of this consumer, for half a
     * second.
     */
    private static final int HELD_MILLIS = 10;

    /** Each holds its records in memory while it is answered. */
    private static final int AT_ONCE = 4;

    private final KafkaSettings kafka;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    RecentRecords(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * The newest records, oldest first; as many from each partition, for records of one partition keep one order.
     *
     * @throws Refusal where too many ask at once
     */
    public List<RawRecord> of(FeedId feed, int atMost) {
        if (!turns.tryAcquire()) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "Too many previews are being made at this moment.");
        }
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            List<ConsumerRecord<byte[], byte[]>> taken = newest(consumer, Topics.raw(feed), Math.min(atMost, MOST));
            return taken.stream()
                    .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
                    .skip(Math.max(0, taken.size() - atMost))
                    .map(each -> new RawRecord(each.value(), each.timestamp()))
                    .toList();
        } finally {
            turns.release();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("none"));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES / 4);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, HELD_MILLIS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis());
        return settings;
    }

    private static List<ConsumerRecord<byte[], byte[]>> newest(
            KafkaConsumer<byte[], byte[]> consumer, String topic, int atMost) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = new HashMap<>(consumer.endOffsets(partitions));
        end.entrySet().removeIf(each -> each.getValue() <= begin.get(each.getKey()));
        int share = end.isEmpty() ? 0 : (atMost + end.size() - 1) / end.size();
        partitions.forEach(each ->
                consumer.seek(each, Math.max(begin.get(each), end.getOrDefault(each, begin.get(each)) - share)));
        consumer.pause(
                partitions.stream().filter(each -> !end.containsKey(each)).toList());
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
        long bytes = 0;
        long until = System.nanoTime() + WITHIN.toNanos();
        while (!end.isEmpty() && bytes < MOST_BYTES && System.nanoTime() < until) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                Long last = end.get(new TopicPartition(topic, each.partition()));
                if (last != null && each.offset() < last && bytes < MOST_BYTES) {
                    taken.add(each);
                    bytes += Math.max(0, each.serializedValueSize());
                }
            }
            end.entrySet().removeIf(each -> consumer.position(each.getKey()) >= each.getValue());
        }
        return taken;
    }
}
