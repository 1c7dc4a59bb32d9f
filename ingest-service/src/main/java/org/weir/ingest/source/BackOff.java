package org.weir.ingest.source;

import java.time.Duration;

/**
 * How long to wait after polls that failed: the period doubled with each failure, up to ten periods or five minutes,
 * whichever is less, but never less than the period; drawn from the upper half of that, so that many feeds of one
 * server do not come back at once.
 */
final class BackOff {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_PERIODS = 10;
    private static final int MOST_DOUBLINGS = 16;

    private BackOff() {}

    /**
     * The wait before the next poll begins.
     *
     * @param period between polls that do not fail
     * @param failures how many failed in a row, at least 1
     * @param chance from 0 to 1, evenly
     */
    static Duration after(Duration period, int failures, double chance) {
        double longest = Math.min(LONGEST.toMillis(), MOST_PERIODS * (double) period.toMillis());
        double wait = Math.min(longest, period.toMillis() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS)));
        return Duration.ofMillis(Math.max(period.toMillis(), Math.round(wait * (1 + chance) / 2)));
    }
}
