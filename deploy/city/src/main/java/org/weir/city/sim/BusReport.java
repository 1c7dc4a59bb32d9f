package org.weir.city.sim;

import java.time.LocalDate;
import org.weir.city.geo.Point;
import org.weir.city.timetable.Trip;

/**
 * Where a bus truly is at a moment, as an on-board computer without any error would say it.
 *
 * @param at seconds of the epoch
 * @param along metres from the trip's first stop along its shape
 * @param bearing degrees clockwise from north
 * @param speed metres a second
 * @param odometer metres since the vehicle was built
 * @param sequence the stop it stands at or comes to next, 1 for the first
 * @param load riders on board
 */
public record BusReport(
        String vehicleId,
        LocalDate serviceDate,
        Trip trip,
        long at,
        double along,
        Point point,
        double bearing,
        double speed,
        double odometer,
        int sequence,
        Status status,
        int load) {
    public enum Status {
        INCOMING,
        STOPPED,
        IN_TRANSIT
    }
}
