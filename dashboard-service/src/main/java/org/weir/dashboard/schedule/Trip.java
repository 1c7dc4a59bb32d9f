package org.weir.dashboard.schedule;

/**
 * A scheduled trip.
 *
 * @param id its id in the GTFS
 * @param pattern its stops and its way
 * @param service on which days it runs
 * @param start when it leaves its first stop: seconds after the service day's beginning, which is noon minus 12 h
 * @param offsets seconds from that to its departure at each stop; trips of equal times share one array
 */
public record Trip(String id, StopPattern pattern, String service, int start, int[] offsets) {
    /** Scheduled departure at a stop, by index: seconds after the service day's beginning, past 86,400 after midnight. */
    public int departs(int stop) {
        return start + offsets[stop];
    }
}
