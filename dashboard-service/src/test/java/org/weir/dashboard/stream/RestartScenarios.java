package org.weir.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.schedule.store.StoredSchedules;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.topic.Topics;

/** What an instance was in the midst of goes on at another: of the memory nothing is left, of the store all. */
class RestartScenarios {
    private static final FeedId FEED = FeedId.of("tiny.vehicle-positions");
    private static final long EIGHT = Instant.parse("2026-03-10T12:00:00Z").getEpochSecond();
    private static final String TOPIC = "shared.city-planning.buses-for-planning.tiny.vehicle-positions";

    @TempDir
    Path state;

    private final StoredSchedules stored = new StoredSchedules();
    private volatile ScheduleLookup present;
    private final List<TopologyTestDriver> partitions = new ArrayList<>();

    /** Whatever instance has the partitions now. */
    private final class Lookup implements ScheduleLookup {
        @Override
        public Schedule of(FeedId feed) {
            return present.of(feed);
        }

        @Override
        public ScheduleBook book(FeedId feed) {
            return present.book(feed);
        }

        @Override
        public Schedule version(FeedId feed, String name) {
            return present.version(feed, name);
        }
    }

    private static final Endings NOTHING_ENDS = new Endings() {
        @Override
        public boolean known() {
            return true;
        }

        @Override
        public boolean ended(AgreementId agreement) {
            return false;
        }

        @Override
        public List<AgreementId> toPurge() {
            return List.of();
        }

        @Override
        public void found(AgreementId agreement, String store, int part, long entries) {}

        @Override
        public void purged(AgreementId agreement, String store, int part) {}
    };

    @BeforeEach
    void twoPartitions() {
        for (int i = 0; i < 2; i++) {
            Map<String, Object> settings = new HashMap<>();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, MovementTopology.APPLICATION_ID);
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
            settings.put(StreamsConfig.STATE_DIR_CONFIG, state.resolve("p" + i).toString());
            settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
            Properties properties = new Properties();
            properties.putAll(settings);
            partitions.add(new TopologyTestDriver(
                    MovementTopology.build(
                            new RecipientId("city-planning"),
                            new Lookup(),
                            new OutcomeMeters(new SimpleMeterRegistry()),
                            NOTHING_ENDS,
                            new StreamsConfig(settings)),
                    properties));
        }
    }

    @AfterEach
    void end() {
        partitions.forEach(TopologyTestDriver::close);
    }

    /** The stops of e-8's run as last told, after positions from one second after eight to another. */
    private static List<String> ride(TopologyTestDriver partition, int from, int to) {
        for (int t = from; t <= to; t += 15) {
            partition
                    .createInputTopic(TOPIC, new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(
                            "bus".getBytes(StandardCharsets.UTF_8),
                            PositionWriter.write(TinyGtfs.bus("bus", "e-8", t * 10, EIGHT + t)));
        }
        TripRun last = null;
        for (var each : partition
                .createOutputTopic(Topics.TRIP_RUNS.pattern(), new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()) {
            last = TripRunCodec.read(each.value);
        }
        return last == null
                ? List.of()
                : last.visits().stream().map(StopVisit::stop).toList();
    }

    private void moveTo(ScheduleLookup instance) {
        partitions.forEach(
                each -> ((CachedStateStore<?, ?>) each.getStateStore(MovementTopology.VEHICLES)).clearCache());
        present = instance;
    }

    private static byte[] made(String dates) {
        TinyGtfs gtfs = new TinyGtfs();
        return gtfs.with("calendar.txt", gtfs.file("calendar.txt").replace("20260101,20261231", dates))
                .zip();
    }

    @Test
    void goesOnWithARun_whileTheSchedulesAreStillBeingRead() {
        // Given two versions, next month's the newest, and a bus in each of two partitions that has passed B
        stored.with(FEED, "2026-01-01T00:00:00Z", made("20260101,20260331"))
                .with(FEED, "2026-03-09T00:00:00Z", made("20260401,20260630"));
        present = stored.started();
        partitions.forEach(each -> assertThat(ride(each, 0, 60)).containsExactly("A", "B"));

        // When
        moveTo(stored.started());
        List<CompletableFuture<List<String>>> rides = partitions.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> ride(each, 75, 120)))
                .toList();

        // Then
        assertThat(rides).allSatisfy(each -> assertThat(each.join()).containsExactly("A", "B", "C", "D"));
    }

    @Test
    void goesOnWithARun_atAnInstanceThatHasNotHeardOfItsVersion() {
        // Given an instance that knows what was stored first, and buses that the other reads by what came then
        stored.with(FEED, "2026-01-01T00:00:00Z", made("20260101,20260331"));
        Schedules behind = stored.unaware();
        assertThat(behind.version(FEED, "none")).isNull();
        stored.with(FEED, "2026-03-09T00:00:00Z", made("20260101,20260630"));
        present = stored.started();
        partitions.forEach(each -> assertThat(ride(each, 0, 60)).containsExactly("A", "B"));

        // When their partitions move to it
        moveTo(behind);

        // Then
        assertThat(partitions)
                .allSatisfy(each -> assertThat(ride(each, 75, 120)).containsExactly("A", "B", "C", "D"));
    }
}
