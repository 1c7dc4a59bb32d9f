package org.weir.dashboard.movement;

import java.time.LocalDate;

/**
 * A vehicle went from one stop to the next.
 *
 * @param route the route
 * @param direction 0 or 1
 * @param segment {@code fromStop>toStop}
 * @param metres its length along the shape
 * @param seconds how long it took, dwelling included
 * @param exit when it passed the stop at its end, POSIX seconds
 * @param date the service date
 * @param hour the local hour of the exit
 * @param trip the trip, or empty where only the route was known
 */
public record Traversal(
        String route,
        int direction,
        String segment,
        double metres,
        double seconds,
        double exit,
        LocalDate date,
        int hour,
        String trip) {
    /** Metres a second. */
    public double speed() {
        return metres / seconds;
    }
}
