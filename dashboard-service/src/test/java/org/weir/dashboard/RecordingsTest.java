package org.weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.measure.SpeedAccumulator;
import org.weir.dashboard.movement.Movement;
import org.weir.dashboard.movement.Progress;
import org.weir.dashboard.movement.Step;
import org.weir.dashboard.movement.Unmatched;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.StopPlacement;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.VehiclePosition;

/** Real recordings, where they are at hand: ../shared/data beside the project. They are no part of it. */
class RecordingsTest {
    private static final Path DATA = Path.of("../../shared/data");

    private static Path recording(String name) {
        Path file = DATA.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "Skipped: the recording " + name + " is not beside the project.");
        return file;
    }

    private static Schedule schedule(String name) throws IOException {
        byte[] zip = Files.readAllBytes(recording(name));
        return GtfsArchive.read(FeedId.of("recorded.vehicle-positions"), zip, Instant.EPOCH);
    }

    private static final class Tally {
        int matched;
        SpeedAccumulator speeds = SpeedAccumulator.EMPTY;
        final Map<Unmatched, Integer> unmatched = new EnumMap<>(Unmatched.class);
        private final Map<String, Progress> vehicles = new HashMap<>();

        void take(Schedule schedule, VehiclePosition p) {
            Step step = Movement.step(schedule, vehicles.get(p.vehicleId()), p);
            if (step.progress() != null) {
                vehicles.put(p.vehicleId(), step.progress());
            }
            if (step.unmatched() == null) {
                matched++;
            } else {
                unmatched.merge(step.unmatched(), 1, Integer::sum);
            }
            step.traversals().forEach(t -> speeds = speeds.add(t.metres(), t.seconds(), false));
        }
    }

    @Test
    void measuresOneRouteOfWashington() throws IOException {
        Schedule schedule = schedule("wmata-d40/gtfs.zip");
        assertThat(schedule.content().patterns()).allMatch(pattern -> StopPlacement.monotone(pattern.at()));
        Tally tally = new Tally();
        try (BufferedReader lines = Files.newBufferedReader(recording("wmata-d40/positions.csv"))) {
            List<String> head = List.of(lines.readLine().split(","));
            TreeMap<Long, java.util.ArrayList<VehiclePosition>> byTime = new TreeMap<>();
            lines.lines().forEach(line -> {
                String[] row = line.split(",", -1);
                long time = (long) Double.parseDouble(row[head.indexOf("vehicle.timestamp")]);
                byTime.computeIfAbsent(time, t -> new java.util.ArrayList<>())
                        .add(TinyGtfs.at(
                                row[head.indexOf("vehicle.vehicle.id")],
                                row[head.indexOf("vehicle.trip.trip_id")],
                                row[head.indexOf("vehicle.trip.route_id")],
                                Double.parseDouble(row[head.indexOf("vehicle.position.latitude")]),
                                Double.parseDouble(row[head.indexOf("vehicle.position.longitude")]),
                                time));
            });
            byTime.values().forEach(same -> same.forEach(p -> tally.take(schedule, p)));
        }
        System.out.println("wmata-d40: " + tally.matched + " matched, " + tally.unmatched + ", " + tally.speeds);
        assertThat(tally.matched).isGreaterThan(6_000);
        assertThat(tally.speeds.n()).isGreaterThan(1_500);
        assertThat(tally.speeds.mean()).isBetween(2.0, 8.0);
    }

    @Test
    void measuresAFleetOfAustin() throws IOException {
        Schedule schedule = schedule("austin/gtfs.zip");
        for (StopPattern pattern : schedule.content().patterns()) {
            assertThat(StopPlacement.monotone(pattern.at())).isTrue();
        }
        assertThat(schedule.content().warnings()).isNotEmpty();
        Tally tally = new Tally();
        TreeMap<Long, java.util.ArrayList<VehiclePosition>> byTime = new TreeMap<>();
        try (InputStream zipped = Files.newInputStream(recording("austin/positions.csv.gz"));
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(zipped), StandardCharsets.UTF_8))) {
            lines.readLine();
            lines.lines().forEach(line -> {
                String[] row = line.split(",", -1);
                long time = OffsetDateTime.parse(row[1]).toEpochSecond();
                byTime.computeIfAbsent(time, t -> new java.util.ArrayList<>())
                        .add(TinyGtfs.at(
                                row[0], row[4], row[3], Double.parseDouble(row[5]), Double.parseDouble(row[6]), time));
            });
        }
        byTime.values().forEach(same -> same.forEach(p -> tally.take(schedule, p)));
        System.out.println("austin: " + tally.matched + " matched, " + tally.unmatched + ", " + tally.speeds);
        assertThat(tally.matched).isGreaterThan(20_000);
        assertThat(tally.speeds.n()).isGreaterThan(10_000);
        assertThat(tally.speeds.mean()).isBetween(2.0, 12.0);
    }
}
