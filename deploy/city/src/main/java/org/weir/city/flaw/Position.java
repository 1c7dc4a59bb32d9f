package org.weir.city.flaw;

import java.time.LocalDate;
import org.weir.city.geo.Plane;
import org.weir.city.geo.Point;
import org.weir.city.sim.BusReport;
import org.weir.city.timetable.Trip;

/**
 * What a bus says of itself: GTFS-Realtime's VehiclePosition without its protocol.
 *
 * @param trip null where it does not say; then start date and start time are null too and the direction is −1
 * @param direction GTFS direction_id, −1 where not said
 * @param startTime HH:MM:SS of the service day, past 24 where the trip begins after midnight
 * @param latitude degrees
 * @param longitude degrees
 * @param bearing degrees clockwise from north, [0, 360)
 * @param speed metres a second
 * @param odometer metres since the vehicle was built
 * @param timestamp seconds of the epoch by the vehicle's own clock
 * @param sequence the stop it stands at or comes to next, 1 for the first
 * @param riders on board
 */
public record Position(
        String vehicle,
        String trip,
        String route,
        int direction,
        LocalDate startDate,
        String startTime,
        double latitude,
        double longitude,
        double bearing,
        double speed,
        double odometer,
        long timestamp,
        int sequence,
        String stop,
        BusReport.Status status,
        int riders) {

    /** What a bus says that knows everything about itself. */
    public static Position of(Plane plane, BusReport report) {
        return of(plane, report, report.trip(), Fix.of(report));
    }

    /** @param trip what it takes for its trip, null where it has no idea */
    static Position of(Plane plane, BusReport report, Trip trip, Fix fix) {
        Point point = fix.point();
        return new Position(
                report.vehicleId(),
                trip == null ? null : trip.id(),
                report.trip().pattern().route(),
                trip == null ? -1 : trip.pattern().direction(),
                trip == null ? null : report.serviceDate(),
                trip == null ? null : clock(trip.start()),
                plane.latitude(point),
                plane.longitude(point),
                fix.bearing(),
                fix.speed(),
                report.odometer(),
                fix.at(),
                report.sequence(),
                report.trip().pattern().stops().get(report.sequence() - 1).id(),
                report.status(),
                report.load());
    }

    private static String clock(int second) {
        char[] text = "00:00:00".toCharArray();
        digits(text, 0, second / 3600);
        digits(text, 3, second / 60 % 60);
        digits(text, 6, second % 60);
        return new String(text);
    }

    private static void digits(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }
}
