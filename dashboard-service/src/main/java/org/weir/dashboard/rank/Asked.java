package org.weir.dashboard.rank;

import java.util.BitSet;

/**
 * What a ranking is asked for.
 *
 * @param hours of the service day that count
 * @param top how many places of a cause the stability is of
 * @param resamples how often days are drawn again
 * @param seed of the draw
 */
public record Asked(BitSet hours, int top, int resamples, long seed) {
    public static Asked allDay() {
        BitSet hours = new BitSet();
        hours.set(0, Hours.ALL);
        return new Asked(hours, 5, 200, 1);
    }

    boolean hour(int hour) {
        return hours.get(hour);
    }
}
