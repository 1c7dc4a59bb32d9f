package org.weir.dashboard.movement;

import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.StopPattern;

/** Positions that a receiver made up: a place told again and again after the vehicle had left it, a leap ahead. */
final class Glitch {
    /** From a stand no bus is this fast on average over the time to its next position, in metres a second. */
    private static final double FROM_STAND = 15;

    /** As many that agree with each other outweigh the one that leapt. */
    private static final int AGREE = 2;

    private Glitch() {}

    /**
     * Since when a place was told to the last digit that the vehicle must have left meanwhile.
     *
     * @param last the newest position on the way before i
     * @param metres where i is on the way, as far as is known
     * @return the first position with that place, or last where nothing is amiss
     */
    static int frozenSince(Fixes f, int i, int last, double metres) {
        int since = last;
        int before = f.lastOn(last - 1);
        while (before >= 0 && f.lat(before) == f.lat(last) && f.lon(before) == f.lon(last)) {
            since = before;
            before = f.lastOn(before - 1);
        }
        if (since == last) {
            return last;
        }
        boolean left = Double.isNaN(metres)
                ? canBeThere(f, since, i)
                : metres - f.smooth(last) > FROM_STAND * (f.time(i) - f.time(last));
        return left ? since : last;
    }

    /** Whether a vehicle comes from one position to another in that time; one on another continent is made up itself. */
    private static boolean canBeThere(Fixes f, int from, int to) {
        double north = (f.latitude(to) - f.latitude(from)) * Polyline.METRES_PER_DEGREE;
        double east = (f.longitude(to) - f.longitude(from))
                * Polyline.METRES_PER_DEGREE
                * Math.cos(Math.toRadians(f.latitude(from)));
        return Math.hypot(north, east) <= Matcher.FASTEST * (f.time(to) - f.time(from)) + Matcher.AHEAD;
    }

    /** Takes positions off the way. */
    static void takeOff(Fixes f, int from, int to) {
        for (int k = from; k <= to; k++) {
            f.takeOff(k);
        }
    }

    /**
     * Whether the last position on the way was a leap: those since then agree with each other and with what was before
     * it, but not with it. If so it is taken off the way and they are put on it, all but the newest.
     */
    static boolean leapt(StopPattern pattern, Fixes f, int i, int last) {
        int before = f.lastOn(last - 1);
        if (before < 0 || i - last < AGREE) {
            return false;
        }
        double leap = f.smooth(last);
        int on = before;
        for (int k = last + 1; k <= i; k++) {
            double metres = Matcher.metres(pattern, f, k, on);
            if (Double.isNaN(metres) || metres > leap) {
                takeOff(f, last + 1, i);
                return false;
            }
            if (k < i) {
                f.put(k, (float) metres, (float) Math.max(metres, f.smooth(on)));
                on = k;
            }
        }
        takeOff(f, last, last);
        return true;
    }
}
