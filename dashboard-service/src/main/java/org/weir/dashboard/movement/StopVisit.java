package org.weir.dashboard.movement;

/**
 * A vehicle at a stop (TIDES {@code stop_visits}).
 *
 * @param index the stop's place in its pattern, 0 for the first
 * @param stop the stop's id
 * @param arrival when the vehicle came to a halt there or passed it, POSIX seconds; at the first stop its departure, for
 *     what a vehicle waits before a trip is no dwelling
 * @param departure when it left, POSIX seconds; at the last stop its arrival
 * @param scheduled scheduled departure, seconds after the service day's beginning (noon minus 12 h), past 86,400 after
 *     midnight; {@link #UNSCHEDULED} where the trip is not known
 * @param gap seconds between the two positions around the visit, between which it was reckoned
 * @param quality how it was found
 * @param crowding riders in per cent of seats as the feed says when the vehicle left; {@link #UNKNOWN} where it does not
 */
public record StopVisit(
        int index,
        String stop,
        double arrival,
        double departure,
        int scheduled,
        float gap,
        Quality quality,
        int crowding) {
    public static final int UNSCHEDULED = Integer.MIN_VALUE;
    public static final int UNKNOWN = -1;

    /** How a visit was found. */
    public enum Quality {
        /** A position lies at the stop. */
        SEEN,
        /** Between two positions no more than a minute apart. */
        BETWEEN,
        /** Between two positions farther apart: right on average, not one by one. */
        WIDE
    }

    /** Seconds at the stop. */
    public double dwell() {
        return departure - arrival;
    }
}
