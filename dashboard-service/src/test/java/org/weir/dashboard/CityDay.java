package org.weir.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weir.schemas.position.VehiclePosition;

/** A day of the synthetic city, as its command {@code day} writes it: positions in the order in which they came. */
record CityDay(List<VehiclePosition> positions) {
    static CityDay read(Path csv) throws IOException {
        List<VehiclePosition> positions = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(csv)) {
            List<String> head = List.of(lines.readLine().split(","));
            int vehicle = head.indexOf("vehicle.vehicle.id");
            int trip = head.indexOf("vehicle.trip.trip_id");
            int route = head.indexOf("vehicle.trip.route_id");
            int lat = head.indexOf("vehicle.position.latitude");
            int lon = head.indexOf("vehicle.position.longitude");
            int time = head.indexOf("vehicle.timestamp");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split(",", -1);
                positions.add(TinyGtfs.at(
                        row[vehicle],
                        row[trip].isEmpty() ? null : row[trip],
                        row[route],
                        Double.parseDouble(row[lat]),
                        Double.parseDouble(row[lon]),
                        Long.parseLong(row[time])));
            }
        }
        return new CityDay(positions);
    }
}
