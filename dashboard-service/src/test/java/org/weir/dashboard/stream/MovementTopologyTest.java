package org.weir.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.Topics;

class MovementTopologyTest {
    private static final long EIGHT = Instant.parse("2026-03-10T12:00:00Z").getEpochSecond();
    private static final String ONE = "shared.city-planning.buses-for-planning.tiny.vehicle-positions";
    private static final String OTHER = "shared.city-planning.buses-for-signals.tiny.vehicle-positions";

    @TempDir
    Path state;

    private final Counted counted = new Counted();
    private final Ending ending = new Ending();
    private Topology topology;
    private TopologyTestDriver driver;
    private TestOutputTopic<String, byte[]> runs;

    private static final class Counted implements Outcomes, Outcomes.OfFeed {
        int matched;
        int unreadable;
        int given;
        final Map<Unmatched, Integer> unmatched = new EnumMap<>(Unmatched.class);

        @Override
        public OfFeed of(FeedId feed) {
            return this;
        }

        @Override
        public void matched(int more) {
            matched += more;
        }

        @Override
        public void unmatched(Unmatched reason) {
            unmatched.merge(reason, 1, Integer::sum);
        }

        @Override
        public void unreadable(String where) {
            unreadable++;
        }

        @Override
        public void given() {
            given++;
        }
    }

    /** Knows endings as the test says, and remembers what was found. */
    private static final class Ending implements Endings {
        final List<AgreementId> over = new ArrayList<>();
        final Map<String, Long> found = new TreeMap<>();
        final List<String> purged = new ArrayList<>();
        boolean keeps = true;

        @Override
        public boolean known() {
            return true;
        }

        @Override
        public boolean ended(AgreementId agreement) {
            return over.contains(agreement);
        }

        @Override
        public List<AgreementId> toPurge() {
            return over;
        }

        @Override
        public void found(AgreementId agreement, String store, int part, long entries) {
            if (!keeps) {
                throw new IllegalStateException("cannot be kept");
            }
            found.put(agreement + " " + store, entries);
        }

        @Override
        public void purged(AgreementId agreement, String store, int part) {
            purged.add(agreement + " " + store);
        }
    }

    @BeforeEach
    void start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, MovementTopology.APPLICATION_ID);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        StreamsConfig config = new StreamsConfig(settings);
        topology = MovementTopology.build(
                new RecipientId("city-planning"), feed -> Schedules.tiny(), counted, ending, config);
        java.util.Properties properties = new java.util.Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(topology, properties);
        runs = driver.createOutputTopic(
                Topics.TRIP_RUNS.pattern(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void end() {
        driver.close();
    }

    private TestInputTopic<byte[], byte[]> topic(String name) {
        return driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void share(String topic, VehiclePosition p) {
        topic(topic).pipeInput(p.vehicleId().getBytes(StandardCharsets.UTF_8), PositionWriter.write(p));
    }

    private void ride(String topic, String bus, long from) {
        for (int t = 0; t <= 120; t += 15) {
            share(topic, TinyGtfs.bus(bus, "e-8", t * 10, from + t));
        }
    }

    private Map<RunKey, TripRun> values() {
        Map<RunKey, TripRun> last = new LinkedHashMap<>();
        runs.readKeyValuesToList().forEach(each -> last.put(Keys.read(each.key), TripRunCodec.read(each.value)));
        return last;
    }

    private static RunKey key(String agreement, String vehicle) {
        return new RunKey(agreement, "tiny.vehicle-positions", LocalDate.of(2026, 3, 10), "e-8", vehicle);
    }

    @Test
    void turnsPositionsIntoWholeRuns() {
        ride(ONE, "p1", EIGHT);
        ride(ONE, "p2", EIGHT + 300);

        Map<RunKey, TripRun> values = values();
        assertThat(values).containsOnlyKeys(key("buses-for-planning", "p1"), key("buses-for-planning", "p2"));
        TripRun run = values.get(key("buses-for-planning", "p1"));
        assertThat(run.visits()).extracting(StopVisit::stop).containsExactly("A", "B", "C", "D");
        assertThat(run.visits().get(2).arrival() - run.visits().get(1).departure())
                .isCloseTo(40, within(1.0));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(counted.matched).isEqualTo(18);
    }

    @Test
    void neverMixesAgreements() {
        ride(ONE, "p1", EIGHT);
        ride(OTHER, "p1", EIGHT);

        assertThat(values()).containsOnlyKeys(key("buses-for-planning", "p1"), key("buses-for-signals", "p1"));
    }

    @Test
    void aRepetitionChangesNothing() {
        ride(ONE, "p1", EIGHT);
        Map<RunKey, TripRun> before = values();
        ride(ONE, "p1", EIGHT);

        assertThat(before).hasSize(1);
        assertThat(values().values()).allMatch(before::containsValue);
    }

    @Test
    void takesTheRecordsKeyForTheVehicle_whereTheRecordWithholdsIt() {
        for (int t = 0; t <= 120; t += 15) {
            VehiclePosition nameless =
                    TinyGtfs.bus("?", "e-8", t * 10, EIGHT + t).withVehicleId(null);
            topic(ONE).pipeInput("k7".getBytes(StandardCharsets.UTF_8), PositionWriter.write(nameless));
        }

        assertThat(values()).containsOnlyKeys(key("buses-for-planning", "k7"));
    }

    @Test
    void purgesWhatAnEndedAgreementGave_andNothingElse() {
        // Given
        ride(ONE, "p1", EIGHT);
        ride(ONE, "p2", EIGHT + 300);
        ride(OTHER, "p1", EIGHT);
        values();

        // When
        ending.over.add(new AgreementId("buses-for-planning"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        // Then
        assertThat(ending.found).isEqualTo(Map.of("buses-for-planning vehicles", 2L));
        assertThat(ending.purged).containsExactly("buses-for-planning vehicles");
        assertThat(keys()).hasSize(1).allMatch(key -> key.startsWith("buses-for-signals"));
    }

    @Test
    void takesNothingMore_underAnEndedAgreement() {
        ending.over.add(new AgreementId("buses-for-planning"));
        ride(ONE, "late", EIGHT);

        assertThat(runs.isEmpty()).isTrue();
        assertThat(keys()).isEmpty();
        assertThat(counted.unmatched).containsEntry(Unmatched.AGREEMENT_ENDED, 9);
    }

    @Test
    void deletesNothing_beforeWhatItFoundIsKept() {
        // Given a store that is away
        ride(ONE, "p1", EIGHT);
        ending.over.add(new AgreementId("buses-for-planning"));
        ending.keeps = false;
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(keys()).hasSize(1);

        // When it is back
        ending.keeps = true;
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        // Then
        assertThat(keys()).isEmpty();
        assertThat(ending.found).containsEntry("buses-for-planning vehicles", 1L);
    }

    @Test
    void forgetsAVehicle_thatWasSilentForHalfADayOfItsFeedsTime() {
        ride(ONE, "p1", EIGHT);
        ride(ONE, "p2", EIGHT + TrackStore.IDLE - 1_000);
        assertThat(keys()).hasSize(2);

        ride(ONE, "p2", EIGHT + TrackStore.IDLE + 4_000);

        assertThat(keys()).hasSize(1).allMatch(key -> key.endsWith("p2"));
    }

    @Test
    void keepsAVehicleOfAPastDay_besideALiveFeed() {
        ride(ONE, "now", EIGHT + 30 * 86_400);
        ride(ONE, "then", EIGHT);
        ride(ONE, "now", EIGHT + 30 * 86_400 + 7_200);

        assertThat(keys()).hasSize(2);
        assertThat(values()).containsKey(key("buses-for-planning", "then"));
    }

    private List<String> keys() {
        TrackStore tracks = (TrackStore) driver.getStateStore(MovementTopology.VEHICLES);
        List<String> keys = new ArrayList<>();
        for (String each : List.of("buses-for-planning", "buses-for-signals")) {
            keys.addAll(tracks.keys(new AgreementId(each), 1_000));
        }
        return keys;
    }

    @Test
    void passesOverWhatCannotBeRead() {
        topic(ONE).pipeInput("k".getBytes(StandardCharsets.UTF_8), "{nonsense".getBytes(StandardCharsets.UTF_8));
        topic(ONE).pipeInput(null, new byte[] {(byte) 0xff, 0});
        ride(ONE, "p1", EIGHT);
        assertThat(counted.unreadable).isEqualTo(2);
        assertThat(values()).hasSize(1);
    }

    @Test
    void namesEverything() {
        // A name made by the library would change with the next node, and lose its state.
        assertThat(topology.describe().toString()).doesNotContain("0000");
    }
}
