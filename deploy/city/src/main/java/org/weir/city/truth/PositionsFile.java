package org.weir.city.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.weir.city.feed.Positions;
import org.weir.city.network.City;
import org.weir.city.sim.BusReport;

/** Positions as a recording: GTFS-Realtime's fields, flattened into columns. */
public final class PositionsFile implements Consumer<BusReport> {
    public static final String HEADER =
            "id,vehicle.trip.trip_id,vehicle.trip.start_time,vehicle.trip.start_date,vehicle.trip.schedule_relationship,"
                    + "vehicle.trip.route_id,vehicle.trip.direction_id,vehicle.position.latitude,"
                    + "vehicle.position.longitude,vehicle.position.bearing,vehicle.position.speed,"
                    + "vehicle.current_stop_sequence,vehicle.current_status,vehicle.timestamp,vehicle.stop_id,"
                    + "vehicle.vehicle.id,vehicle.vehicle.label,vehicle.occupancy_status\n";

    private final City city;
    private final Writer out;

    public PositionsFile(City city, Writer out) throws IOException {
        this.city = city;
        this.out = out;
        out.write(HEADER);
    }

    @Override
    public void accept(BusReport report) {
        try {
            out.write(String.join(
                    ",",
                    report.vehicleId(),
                    report.trip().id(),
                    Positions.startTime(report),
                    Positions.startDate(report),
                    "0",
                    report.trip().pattern().route(),
                    Integer.toString(report.trip().pattern().direction()),
                    decimals(city.plane().latitude(report.point()), 6),
                    decimals(city.plane().longitude(report.point()), 6),
                    decimals(report.bearing(), 1),
                    decimals(report.speed(), 2),
                    Integer.toString(report.sequence()),
                    Integer.toString(Positions.status(report).getNumber()),
                    Long.toString(report.at()),
                    report.trip().pattern().stops().get(report.sequence() - 1).id(),
                    report.vehicleId(),
                    report.vehicleId(),
                    Integer.toString(Positions.occupancy(report.load()).getNumber())));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("positions could not be written", e);
        }
    }

    private static String decimals(double value, int digits) {
        return java.math.BigDecimal.valueOf(value)
                .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
