package org.weir.dashboard.movement;

/**
 * Where a vehicle was last found on its way, and since when it is on its present segment.
 *
 * @param schedule the version of the schedule it was matched with
 * @param pattern the pattern's ordinal in it
 * @param trip the trip, or empty where it was matched by route only
 * @param metres along the pattern's shape
 * @param time when, POSIX seconds
 * @param entered when it passed the last stop behind it, POSIX seconds; NaN where nobody saw that
 */
public record Progress(String schedule, int pattern, String trip, double metres, long time, double entered) {
    /** Nothing is known of the vehicle but when it last reported. */
    public static Progress unknown(long time) {
        return new Progress("", -1, "", 0, time, Double.NaN);
    }

    public boolean known() {
        return pattern >= 0;
    }
}
