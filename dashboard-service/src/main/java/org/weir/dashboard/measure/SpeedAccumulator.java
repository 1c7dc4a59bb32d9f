package org.weir.dashboard.measure;

import java.util.Arrays;

/**
 * Speeds of one segment, summed so that any two sums of different traversals can be added.
 *
 * @param n traversals
 * @param trips different trips on one service day, added up over days
 * @param metres metres of all traversals
 * @param seconds seconds of all traversals
 * @param bins traversals by speed in steps of {@link #STEP}; the last bin takes everything above; empty bins at the end
 *     are left out
 */
public record SpeedAccumulator(int n, int trips, double metres, double seconds, int[] bins) {
    /** Metres a second. */
    public static final double STEP = 0.5;

    /** Up to 40 m/s; the last also holds what is faster. */
    public static final int BINS = 80;

    public static final SpeedAccumulator EMPTY = new SpeedAccumulator(0, 0, 0, 0, new int[0]);

    /**
     * One more traversal.
     *
     * @param newTrip whether this trip was not counted before
     */
    public SpeedAccumulator add(double traversedMetres, double traversedSeconds, boolean newTrip) {
        int bin = Math.min(BINS - 1, (int) (traversedMetres / traversedSeconds / STEP));
        int[] more = Arrays.copyOf(bins, Math.max(bins.length, bin + 1));
        more[bin]++;
        return new SpeedAccumulator(
                n + 1, trips + (newTrip ? 1 : 0), metres + traversedMetres, seconds + traversedSeconds, more);
    }

    public SpeedAccumulator merge(SpeedAccumulator other) {
        int[] sum = Arrays.copyOf(bins, Math.max(bins.length, other.bins.length));
        for (int i = 0; i < other.bins.length; i++) {
            sum[i] += other.bins[i];
        }
        return new SpeedAccumulator(
                n + other.n, trips + other.trips, metres + other.metres, seconds + other.seconds, sum);
    }

    /** Metres a second, each metre weighing the same; NaN where n is 0. */
    public double mean() {
        return seconds == 0 ? Double.NaN : metres / seconds;
    }

    /** The speed that a share of traversals did not exceed, to the histogram's step; NaN where n is 0. */
    public double quantile(double share) {
        double rank = share * n;
        int below = 0;
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] > 0 && below + bins[i] >= rank) {
                return STEP * (i + Math.max(0, rank - below) / bins[i]);
            }
            below += bins[i];
        }
        return Double.NaN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpeedAccumulator a
                && n == a.n
                && trips == a.trips
                && metres == a.metres
                && seconds == a.seconds
                && Arrays.equals(bins, a.bins);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bins);
    }

    @Override
    public String toString() {
        return "n=" + n + " mean=" + mean();
    }
}
