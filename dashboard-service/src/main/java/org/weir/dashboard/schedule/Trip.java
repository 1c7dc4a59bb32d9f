package org.weir.dashboard.schedule;

/**
 * A scheduled trip: one departure. Where GTFS gives a trip once and a frequency, each departure is a trip of its own.
 *
 * @param id its id in the GTFS; of a departure by frequency, that id, {@code @} and when it starts: {@code t@08:10:00}
 * @param pattern its stops and its way
 * @param service on which days it runs
 * @param start when it leaves its first stop: seconds after the service day's beginning, which is noon minus 12 h
 * @param offsets seconds from that to its departure at each stop, and to its arrival at the last; trips of equal times
 *     share one array
 * @param block the work of one vehicle that it belongs to (GTFS {@code block_id}), or null
 * @param frequency by what it departs; null where it is in the timetable by itself
 */
public record Trip(
        String id, StopPattern pattern, String service, int start, int[] offsets, String block, Frequency frequency) {

    /**
     * A row of GTFS {@code frequencies.txt}.
     *
     * @param trip the trip's id in the GTFS
     * @param headway seconds from one departure to the next
     * @param exact whether the times are promised; where not, only the headway is, and nobody is early or late
     */
    public record Frequency(String trip, int headway, boolean exact) {}

    /** Scheduled departure at a stop, by index, and arrival at the last: seconds after the service day's beginning, past 86,400 after midnight. */
    public int departs(int stop) {
        return start + offsets[stop];
    }

    /** When it is at its last stop, likewise. */
    public int end() {
        return start + offsets[offsets.length - 1];
    }

    /** The trip's id as it is in the GTFS, and as a feed says it. */
    public String gtfsId() {
        return frequency == null ? id : frequency.trip();
    }

    /** Whether its times are promised, and not only how often it comes. */
    public boolean timed() {
        return frequency == null || frequency.exact();
    }
}
