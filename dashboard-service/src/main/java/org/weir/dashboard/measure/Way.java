package org.weir.dashboard.measure;

import org.weir.dashboard.movement.Knots;

/** When a run was where. */
final class Way {
    private Way() {}

    /** The last moment at or before a place, POSIX seconds; NaN where the knots do not go over it. */
    static double leaves(Knots knots, double metres) {
        float[] at = knots.metres();
        if (at.length == 0 || at[0] > metres || at[at.length - 1] <= metres) {
            return Double.NaN;
        }
        int after = 1;
        while (at[after] <= metres) {
            after++;
        }
        return between(knots, after, metres);
    }

    /** The first moment at or after a place, POSIX seconds; NaN where the knots do not come to it. */
    static double reaches(Knots knots, double metres) {
        float[] at = knots.metres();
        if (at.length == 0 || at[0] >= metres || at[at.length - 1] < metres) {
            return Double.NaN;
        }
        int after = 1;
        while (at[after] < metres) {
            after++;
        }
        return between(knots, after, metres);
    }

    /** The moment at a place between a knot and the one before it. */
    static double between(Knots knots, int after, double metres) {
        double from = knots.metres()[after - 1];
        double share = (metres - from) / (knots.metres()[after] - from);
        double began = knots.times()[after - 1];
        return began + share * (knots.times()[after] - began);
    }

    /** A time between those at the stops around a place; beyond the first or last, theirs. */
    static double along(double[] at, double[] times, double metres) {
        int after = 0;
        while (after < at.length && at[after] < metres) {
            after++;
        }
        if (after == 0 || after == at.length) {
            return times[after == 0 ? 0 : at.length - 1];
        }
        double share = (metres - at[after - 1]) / (at[after] - at[after - 1]);
        return times[after - 1] + share * (times[after] - times[after - 1]);
    }
}
