package org.weir.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
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
import org.weir.dashboard.measure.SegmentHour;
import org.weir.dashboard.measure.SegmentSpeed;
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
    private TestOutputTopic<String, byte[]> speeds;

    private static final class Counted implements Outcomes {
        int matched;
        int unreadable;
        int traversed;
        final Map<Unmatched, Integer> unmatched = new EnumMap<>(Unmatched.class);

        @Override
        public void matched(FeedId feed) {
            matched++;
        }

        @Override
        public void unmatched(FeedId feed, Unmatched reason) {
            unmatched.merge(reason, 1, Integer::sum);
        }

        @Override
        public void unreadable(String where) {
            unreadable++;
        }

        @Override
        public void traversed(FeedId feed, int segments) {
            traversed += segments;
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
        speeds = driver.createOutputTopic(
                Topics.SEGMENT_SPEEDS.pattern(), new StringDeserializer(), new ByteArrayDeserializer());
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

    private Map<SegmentHour, SegmentSpeed> values() {
        Map<SegmentHour, SegmentSpeed> last = new LinkedHashMap<>();
        speeds.readKeyValuesToList().forEach(each -> {
            try {
                SegmentHour key = Keys.read(each.key);
                last.put(key, SpeedCodec.read(key, each.value));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return last;
    }

    private static SegmentHour hour(String agreement, String segment) {
        return new SegmentHour(agreement, "tiny.vehicle-positions", "1", 0, segment, LocalDate.of(2026, 3, 10), 8);
    }

    @Test
    void turnsPositionsIntoWholeValues() {
        ride(ONE, "p1", EIGHT);
        ride(ONE, "p2", EIGHT + 300);
        Map<SegmentHour, SegmentSpeed> values = values();
        assertThat(values).hasSize(3);
        SegmentSpeed first = values.get(hour("buses-for-planning", "A>B"));
        assertThat(first.speeds().n()).isEqualTo(2);
        assertThat(first.speeds().mean()).isCloseTo(10, within(0.01));
        assertThat(counted.matched).isEqualTo(18);
        assertThat(counted.traversed).isEqualTo(6);
    }

    @Test
    void neverMixesAgreements() {
        ride(ONE, "p1", EIGHT);
        ride(OTHER, "p1", EIGHT);
        Map<SegmentHour, SegmentSpeed> values = values();
        assertThat(values.get(hour("buses-for-planning", "B>C")).speeds().n()).isEqualTo(1);
        assertThat(values.get(hour("buses-for-signals", "B>C")).speeds().n()).isEqualTo(1);
    }

    @Test
    void aRepetitionChangesNothing() {
        ride(ONE, "p1", EIGHT);
        Map<SegmentHour, SegmentSpeed> before = values();
        ride(ONE, "p1", EIGHT);
        assertThat(before).hasSize(3);
        assertThat(values()).isEmpty();
        assertThat(counted.unmatched).containsEntry(Unmatched.NOT_NEWER, 9);
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
        assertThat(ending.found)
                .isEqualTo(Map.of("buses-for-planning vehicles", 2L, "buses-for-planning segment-speeds", 3L));
        assertThat(ending.purged)
                .containsExactlyInAnyOrder("buses-for-planning vehicles", "buses-for-planning segment-speeds");
        assertThat(speeds.readKeyValuesToList())
                .hasSize(3)
                .allMatch(each -> each.key.startsWith("buses-for-planning\u001f") && each.value == null);
        assertThat(keys(MovementTopology.VEHICLES)).hasSize(1).allMatch(key -> key.startsWith("buses-for-signals"));
        assertThat(keys(MovementTopology.SPEEDS)).hasSize(3).allMatch(key -> key.startsWith("buses-for-signals"));
    }

    @Test
    void takesNothingMore_underAnEndedAgreement() {
        ending.over.add(new AgreementId("buses-for-planning"));
        ride(ONE, "late", EIGHT);

        assertThat(speeds.isEmpty()).isTrue();
        assertThat(keys(MovementTopology.VEHICLES)).isEmpty();
        assertThat(counted.unmatched).containsEntry(Unmatched.AGREEMENT_ENDED, 9);
    }

    @Test
    void deletesNothing_beforeWhatItFoundIsKept() {
        // Given a store that is away
        ride(ONE, "p1", EIGHT);
        ending.over.add(new AgreementId("buses-for-planning"));
        ending.keeps = false;
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(keys(MovementTopology.SPEEDS)).hasSize(3);

        // When it is back
        ending.keeps = true;
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        // Then
        assertThat(keys(MovementTopology.SPEEDS)).isEmpty();
        assertThat(ending.found).containsEntry("buses-for-planning segment-speeds", 3L);
    }

    private List<String> keys(String store) {
        List<String> keys = new ArrayList<>();
        try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
            all.forEachRemaining(each -> keys.add(each.key));
        }
        return keys;
    }

    @Test
    void passesOverWhatCannotBeRead() {
        topic(ONE).pipeInput("k".getBytes(StandardCharsets.UTF_8), "{nonsense".getBytes(StandardCharsets.UTF_8));
        topic(ONE).pipeInput(null, new byte[] {(byte) 0xff, 0});
        ride(ONE, "p1", EIGHT);
        assertThat(counted.unreadable).isEqualTo(2);
        assertThat(values()).hasSize(3);
    }

    @Test
    void namesEverything() {
        // A name made by the library would change with the next node, and lose its state.
        assertThat(topology.describe().toString()).doesNotContain("0000");
    }

    @Test
    void readsBackWhatItKeeps() {
        var progress = new org.weir.dashboard.movement.Progress("v1", 3, "trip-ü", 12.5, EIGHT, Double.NaN);
        assertThat(ProgressCodec.read(ProgressCodec.write(progress))).isEqualTo(progress);
        assertThat(ProgressCodec.read(null)).isNull();
        assertThat(ProgressCodec.read(new byte[] {9, 9})).isNull();
    }
}
