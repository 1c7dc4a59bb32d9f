package org.weir.local.history;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/**
 * A recording of positions: CSV with a header, GTFS-Realtime's fields by their names with dots ({@code vehicle.trip.trip_id}),
 * in the order received. Ends with {@code .gz} where it is compressed.
 *
 * @param file the recording
 */
record RecordedDay(Path file) implements PastDays {

    @Override
    public List<String> names() {
        return List.of(file.getFileName().toString());
    }

    @Override
    public void play(String name, Consumer<FeedEntity> to) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            Map<String, Integer> columns = new HashMap<>();
            String header = lines.readLine();
            fields(header == null ? "" : header).forEach(column -> columns.put(column, columns.size()));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                to.accept(entity(new Row(columns, fields(line))));
            }
        }
    }

    private InputStream open() throws IOException {
        InputStream plain = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
    }

    private record Row(Map<String, Integer> columns, List<String> fields) {
        String text(String name) {
            Integer at = columns.get(name);
            return at == null || at >= fields.size() ? "" : fields.get(at);
        }

        void text(String name, Consumer<String> to) {
            if (!text(name).isEmpty()) {
                to.accept(text(name));
            }
        }

        /** What is no number is left out: ingest refuses a position that lacks what it needs, counts it and says why. */
        void number(String name, Consumer<Double> to) {
            Double number;
            try {
                number = Double.valueOf(text(name));
            } catch (NumberFormatException e) {
                return;
            }
            to.accept(number);
        }

        /** A code of the enumeration; one that it does not know is left out. */
        <T> void code(String name, IntFunction<T> known, Consumer<T> to) {
            number(name, number -> Optional.ofNullable(known.apply(number.intValue()))
                    .ifPresent(to));
        }
    }

    private static FeedEntity entity(Row row) {
        VehiclePosition.Builder vehicle = VehiclePosition.newBuilder();
        TripDescriptor.Builder trip = vehicle.getTripBuilder();
        row.text("vehicle.trip.trip_id", trip::setTripId);
        row.text("vehicle.trip.start_time", trip::setStartTime);
        row.text("vehicle.trip.start_date", trip::setStartDate);
        row.text("vehicle.trip.route_id", trip::setRouteId);
        row.number("vehicle.trip.direction_id", n -> trip.setDirectionId(n.intValue()));
        row.code(
                "vehicle.trip.schedule_relationship",
                TripDescriptor.ScheduleRelationship::forNumber,
                trip::setScheduleRelationship);
        Position.Builder position = vehicle.getPositionBuilder();
        row.number("vehicle.position.latitude", n -> position.setLatitude(n.floatValue()));
        row.number("vehicle.position.longitude", n -> position.setLongitude(n.floatValue()));
        row.number("vehicle.position.bearing", n -> position.setBearing(n.floatValue()));
        row.number("vehicle.position.speed", n -> position.setSpeed(n.floatValue()));
        VehicleDescriptor.Builder descriptor = vehicle.getVehicleBuilder();
        row.text("vehicle.vehicle.id", descriptor::setId);
        row.text("vehicle.vehicle.label", descriptor::setLabel);
        row.number("vehicle.current_stop_sequence", n -> vehicle.setCurrentStopSequence(n.intValue()));
        row.text("vehicle.stop_id", vehicle::setStopId);
        row.code("vehicle.current_status", VehiclePosition.VehicleStopStatus::forNumber, vehicle::setCurrentStatus);
        row.code("vehicle.occupancy_status", VehiclePosition.OccupancyStatus::forNumber, vehicle::setOccupancyStatus);
        row.number("vehicle.timestamp", n -> vehicle.setTimestamp(n.longValue()));
        String id = row.text("id").isEmpty() ? descriptor.getId() : row.text("id");
        return FeedEntity.newBuilder()
                .setId(id)
                .setVehicle(vehicle.buildPartial())
                .buildPartial();
    }

    /** The fields of a line; one that holds a comma stands in quotes. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
