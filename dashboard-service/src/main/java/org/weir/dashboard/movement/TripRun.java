package org.weir.dashboard.movement;

import java.time.LocalDate;
import java.util.List;

/**
 * One vehicle's performance of one trip so far (TIDES {@code trips_performed}): a whole value, which replaces the one
 * before. From stop to stop running and dwelling follow from neighbouring visits: running is the arrival minus the
 * departure before it, and running and dwelling together are the time from the first departure to the last arrival.
 *
 * @param key of what
 * @param route the route
 * @param direction 0 or 1
 * @param schedule the version of the schedule it was matched with
 * @param pattern the pattern's ordinal in that version
 * @param assignment how the trip is known
 * @param visits in the order of the pattern's stops; stops that were not seen are left out
 * @param knots the way between them
 * @param revision how many positions that came late have changed it
 */
public record TripRun(
        Key key,
        String route,
        int direction,
        String schedule,
        int pattern,
        Assignment assignment,
        List<StopVisit> visits,
        Knots knots,
        int revision) {

    /**
     * What a run is kept by. Two vehicles on one trip are two runs.
     *
     * @param date the service date
     * @param trip the scheduled trip; where none suits, {@code route/direction@} and the first position's POSIX seconds
     * @param vehicle the vehicle or its pseudonym
     */
    public record Key(LocalDate date, String trip, String vehicle) {}
}
