package org.weir.dashboard.movement.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.Unmatched;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.VehiclePosition;

/**
 * A real recording beside the project, which is no part of it, through movement.
 *
 * @param runs as they were told last
 * @param unmatched positions on no way, by reason
 */
public record Recording(
        String name,
        ScheduleBook book,
        List<VehiclePosition> positions,
        Map<TripRun.Key, TripRun> runs,
        Map<Unmatched, Integer> unmatched) {
    private static final Path DATA = Path.of("../../shared/data");

    public static boolean isAtHand(Path root, String name) {
        return Files.exists(root.resolve(DATA).resolve(name).resolve("gtfs.zip"));
    }

    /** @param root the dashboard's folder */
    public static Recording of(Path root, String name) throws IOException {
        Path folder = root.resolve(DATA).resolve(name);
        byte[] zip = Files.readAllBytes(folder.resolve("gtfs.zip"));
        ScheduleBook book =
                ScheduleBook.of(List.of(GtfsArchive.read(FeedId.of("recorded.vehicle-positions"), zip, Instant.EPOCH)));
        boolean austin = name.equals("austin");
        List<VehiclePosition> positions =
                austin ? read(folder.resolve("positions.csv.gz")) : read(folder.resolve("positions.csv"));
        positions.sort(Comparator.comparingLong(VehiclePosition::timestamp));
        Recording recording = new Recording(name, book, positions, new LinkedHashMap<>(), new LinkedHashMap<>());
        recording.follow();
        return recording;
    }

    private void follow() {
        Map<String, Track> tracks = new LinkedHashMap<>();
        for (VehiclePosition p : positions) {
            Track track = tracks.computeIfAbsent(p.vehicleId(), Track::new);
            Unmatched why = track.add(book, p);
            if (why != null) {
                unmatched.merge(why, 1, Integer::sum);
            }
            track.drain().forEach(run -> runs.put(run.key(), run));
        }
    }

    /** Runs that tell something. */
    public List<TripRun> told() {
        return runs.values().stream().filter(run -> !run.visits().isEmpty()).toList();
    }

    public int matched() {
        return positions.size() - unmatched.values().stream().mapToInt(n -> n).sum();
    }

    private static List<VehiclePosition> read(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            List<String> head = List.of(lines.readLine().split(","));
            boolean flat = head.contains("vehicle.timestamp");
            List<VehiclePosition> positions = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split(",", -1);
                positions.add(flat ? flat(head, row) : plain(head, row));
            }
            return positions;
        }
    }

    private static VehiclePosition flat(List<String> head, String[] row) {
        return position(
                row[head.indexOf("vehicle.vehicle.id")],
                row[head.indexOf("vehicle.trip.trip_id")],
                row[head.indexOf("vehicle.trip.route_id")],
                row[head.indexOf("vehicle.trip.start_date")],
                row[head.indexOf("vehicle.position.latitude")],
                row[head.indexOf("vehicle.position.longitude")],
                number(row[head.indexOf("vehicle.position.bearing")]),
                number(row[head.indexOf("vehicle.position.speed")]),
                (long) Double.parseDouble(row[head.indexOf("vehicle.timestamp")]));
    }

    /** Speeds of this one are in an unknown unit and are left out. */
    private static VehiclePosition plain(List<String> head, String[] row) {
        return position(
                row[head.indexOf("vehicle_id")],
                row[head.indexOf("trip_id")],
                row[head.indexOf("route_id")],
                null,
                row[head.indexOf("latitude")],
                row[head.indexOf("longitude")],
                Float.NaN,
                Float.NaN,
                OffsetDateTime.parse(row[head.indexOf("timestamp")]).toEpochSecond());
    }

    private static float number(String text) {
        return text.isEmpty() || text.equals("NA") ? Float.NaN : Float.parseFloat(text);
    }

    private static VehiclePosition position(
            String vehicle,
            String trip,
            String route,
            String date,
            String lat,
            String lon,
            float bearing,
            float speed,
            long time) {
        return new VehiclePosition(
                vehicle,
                null,
                null,
                trip.isEmpty() || trip.equals("NA") ? null : trip,
                route.isEmpty() || route.equals("NA") ? null : route,
                null,
                null,
                date,
                null,
                Double.parseDouble(lat),
                Double.parseDouble(lon),
                bearing,
                Double.NaN,
                speed,
                null,
                null,
                null,
                time,
                null,
                null,
                null);
    }
}
