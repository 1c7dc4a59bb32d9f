package org.weir.dashboard.live.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.Shared;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.topic.SharedTopic;
import org.weir.schemas.topic.Topics;

/**
 * Reads every shared topic of this recipient, committed records only, for the live map. It keeps no offsets: it begins a
 * little before the end, so that a map opened right after a start is full. New topics are found within two seconds.
 */
@ApplicationScoped
public class SharedReader {
    private static final Duration LOOK_BACK = Duration.ofMinutes(5);

    /** A recording's event times say nothing about now: so many records of each partition instead. */
    private static final long LOOK_BACK_RECORDS = 2_000;

    /** A map that is so many records of a partition behind shows where buses were, so it goes on near the end. */
    private static final long BEHIND_RECORDS = 10 * LOOK_BACK_RECORDS;

    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(1);

    private final Fleets fleets;
    private final Standings standings;
    private final Shared shared;
    private final Clock clock;
    private final MeterRegistry meters;
    private final String prefix;
    private final Map<String, SharedTopic> topics = new HashMap<>();
    private final Map<TopicPartition, Long> old = new HashMap<>();
    private PollLoop loop;
    private long lookAgain;

    SharedReader(
            Fleets fleets,
            Standings standings,
            Shared shared,
            Clock clock,
            MeterRegistry meters,
            DashboardConfig config) {
        this.fleets = fleets;
        this.standings = standings;
        this.shared = shared;
        this.clock = clock;
        this.meters = meters;
        this.prefix = Topics.sharedPrefix(new RecipientId(config.recipient()));
    }

    void start(@Observes StartupEvent ignored) {
        loop = new PollLoop("live-positions", this::consumer, this::poll);
        loop.start();
    }

    void stop(@Observes ShutdownEvent ignored) {
        loop.stop();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = shared.broker();
        settings.put("client.id", "dashboard-live");
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "latest");
        settings.put("allow.auto.create.topics", false);
        settings.put("metadata.max.age.ms", 2_000);
        topics.clear();
        lookAgain = 0;
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void poll(KafkaConsumer<byte[], byte[]> consumer) {
        if (clock.millis() >= lookAgain) {
            assign(consumer);
            catchUp(consumer);
            lookAgain = clock.millis() + LOOK_FOR_TOPICS.toMillis();
        }
        if (topics.isEmpty()) {
            java.util.concurrent.locks.LockSupport.parkNanos(PollLoop.WAIT.toNanos());
            return;
        }
        consumer.poll(PollLoop.WAIT).forEach(this::take);
    }

    private void assign(KafkaConsumer<byte[], byte[]> consumer) {
        Set<TopicPartition> assigned = new HashSet<>(consumer.assignment());
        List<TopicPartition> found = new ArrayList<>();
        for (Map.Entry<String, List<PartitionInfo>> each : consumer.listTopics().entrySet()) {
            if (each.getKey().startsWith(prefix) && announced(each.getKey()) && !over(each.getKey())) {
                each.getValue().forEach(p -> found.add(new TopicPartition(p.topic(), p.partition())));
            }
        }
        List<TopicPartition> fresh = new ArrayList<>(found);
        fresh.removeAll(assigned);
        if (found.size() == assigned.size() && fresh.isEmpty()) {
            return;
        }
        consumer.assign(found);
        topics.keySet().retainAll(found.stream().map(TopicPartition::topic).toList());
        fresh.forEach(p -> topics.computeIfAbsent(p.topic(), SharedTopic::of));
        seek(consumer, fresh);
    }

    /** The topic of an ended agreement is not read any more. */
    private boolean over(String topic) {
        return standings.ended(SharedTopic.of(topic).agreement(), clock.instant());
    }

    /** A feed is read once it is known whether it replays the past. */
    private boolean announced(String topic) {
        return standings.feed(SharedTopic.of(topic).feed()).isPresent();
    }

    private void seek(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> fresh) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
        begin(consumer, fresh, ends).forEach(consumer::seek);
        old.putAll(ends);
    }

    private void catchUp(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> behind = consumer.assignment().stream()
                .filter(p -> consumer.currentLag(p).orElse(0) > BEHIND_RECORDS)
                .toList();
        if (!behind.isEmpty()) {
            begin(consumer, behind, consumer.endOffsets(behind)).forEach((p, from) -> {
                if (from > consumer.position(p)) {
                    consumer.seek(p, from);
                }
            });
        }
    }

    /** Where to begin so that the map is full. */
    private Map<TopicPartition, Long> begin(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> since = new HashMap<>();
        partitions.forEach(p -> since.put(p, clock.millis() - LOOK_BACK.toMillis()));
        Map<TopicPartition, OffsetAndTimestamp> recent = consumer.offsetsForTimes(since);
        Map<TopicPartition, Long> begin = new HashMap<>();
        for (TopicPartition p : partitions) {
            long end = ends.get(p);
            boolean recorded = standings
                    .feed(topics.get(p.topic()).feed())
                    .map(FeedAnnouncement::recorded)
                    .orElse(true);
            OffsetAndTimestamp first = recent.get(p);
            long from = recorded ? end - LOOK_BACK_RECORDS : first == null ? end : first.offset();
            begin.put(p, Math.max(beginnings.get(p), from));
        }
        return begin;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        SharedTopic topic = topics.get(record.topic());
        if (topic == null || record.value() == null || fleets.isPast(topic, record.timestamp())) {
            return;
        }
        try {
            boolean fresh =
                    record.offset() >= old.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
            fleets.accept(topic, record.value(), fresh);
        } catch (IOException e) {
            meters.counter("weir.live.unreadable", "feed", topic.feed().value()).increment();
        }
    }
}
