package org.weir.city.timetable;

import org.weir.city.network.Pattern;

/**
 * A trip of a timetable.
 *
 * @param times seconds of the service day at each stop; the schedule knows no dwell
 * @param run the vehicle's work it belongs to (GTFS: block)
 */
public record Trip(String id, Pattern pattern, int[] times, String run) {
    public int start() {
        return times[0];
    }

    public int end() {
        return times[times.length - 1];
    }
}
