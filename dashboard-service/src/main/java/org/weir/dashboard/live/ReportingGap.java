package org.weir.dashboard.live;

/**
 * How often the vehicles of a feed report, learned from the feed itself, and what follows from it: when a vehicle counts
 * as stale and when as gone. An exponentially weighted mean over all vehicles: one feed's fleet reports alike.
 */
final class ReportingGap {
    private static final double WEIGHT = 0.02;

    /** A longer silence is a break, not a reporting gap. */
    private static final long LONGEST = 600;

    private static final int FIRST_GUESS = 15;
    private static final long LEAST_STALE = 60;
    private static final long LEAST_GONE = 300;

    private double seconds = Double.NaN;

    void saw(long gapSeconds) {
        if (gapSeconds > 0 && gapSeconds <= LONGEST) {
            seconds = Double.isNaN(seconds) ? gapSeconds : seconds + WEIGHT * (gapSeconds - seconds);
        }
    }

    double seconds() {
        return Double.isNaN(seconds) ? FIRST_GUESS : seconds;
    }

    /** After three missed reports. */
    long staleAfter() {
        return Math.max(LEAST_STALE, Math.round(3 * seconds()));
    }

    /** After ten. */
    long goneAfter() {
        return Math.max(LEAST_GONE, Math.round(10 * seconds()));
    }
}
