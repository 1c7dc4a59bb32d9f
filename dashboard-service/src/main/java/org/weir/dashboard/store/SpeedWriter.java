package org.weir.dashboard.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.weir.dashboard.Shared;
import org.weir.dashboard.live.stream.PollLoop;
import org.weir.dashboard.measure.SegmentHour;
import org.weir.dashboard.measure.SegmentSpeed;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.stream.Keys;
import org.weir.dashboard.stream.SpeedCodec;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.topic.Topics;

/** From the topic into the database: offsets are committed after the rows are, so nothing is lost, and twice is once. */
@ApplicationScoped
public class SpeedWriter {
    private static final String GROUP = "dashboard-store";
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2_000;

    private final SpeedStore store;
    private final Shared shared;
    private final Standings standings;
    private final Clock clock;
    private final MeterRegistry meters;
    private PollLoop loop;

    SpeedWriter(SpeedStore store, Shared shared, Standings standings, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.shared = shared;
        this.standings = standings;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent ignored) {
        loop = new PollLoop("segment-speeds-store", this::consumer, this::poll);
        loop.start();
    }

    void stop(@Observes ShutdownEvent ignored) {
        loop.stop();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = shared.broker();
        settings.put("group.id", GROUP);
        settings.put("client.id", GROUP);
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", AT_ONCE);
        settings.put("metadata.max.age.ms", 2_000);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.SEGMENT_SPEEDS.pattern()));
        return consumer;
    }

    private void poll(KafkaConsumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(PollLoop.WAIT);
        if (records.isEmpty()) {
            return;
        }
        // The last value of a key is the whole of it: the ones before in the batch need no write.
        Map<SegmentHour, SegmentSpeed> last = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            SegmentSpeed value = read(record);
            if (value != null && !ended(value)) {
                last.put(value.key(), value);
            }
        }
        store.put(last.values()).await().atMost(WRITTEN_WITHIN);
        consumer.commitSync();
        meters.counter("weir.store.rows").increment(last.size());
    }

    private boolean ended(SegmentSpeed value) {
        return standings.ended(new AgreementId(value.key().agreement()), clock.instant());
    }

    private SegmentSpeed read(ConsumerRecord<byte[], byte[]> record) {
        try {
            SegmentHour key = Keys.read(new String(record.key(), StandardCharsets.UTF_8));
            return record.value() == null ? null : SpeedCodec.read(key, record.value());
        } catch (IOException | RuntimeException e) {
            meters.counter("weir.store.unreadable").increment();
            return null;
        }
    }
}
