package org.weir.dashboard.movement;

import java.util.Objects;
import org.weir.schemas.position.VehiclePosition;

/**
 * What a feed says a vehicle is doing; any part may be null.
 *
 * @param trip the trip's id
 * @param date the trip's service date, YYYYMMDD
 * @param time the trip's scheduled start, HH:MM:SS
 * @param route the route's id
 * @param direction 0 or 1
 */
record Said(String trip, String date, String time, String route, Integer direction) {
    static Said of(VehiclePosition p) {
        return new Said(p.tripId(), p.startDate(), p.startTime(), p.routeId(), p.directionId());
    }

    /** Whether a position says the same, without making anything. */
    boolean by(VehiclePosition p) {
        return Objects.equals(trip, p.tripId())
                && Objects.equals(date, p.startDate())
                && Objects.equals(time, p.startTime())
                && Objects.equals(route, p.routeId())
                && Objects.equals(direction, p.directionId());
    }
}
