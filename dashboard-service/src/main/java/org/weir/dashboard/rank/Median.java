package org.weir.dashboard.rank;

import java.util.Arrays;

/** Order statistics of few values. */
final class Median {
    private Median() {}

    static double of(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
    }

    /** NaN where there is none; values that are not numbers do not count. */
    static double of(double[] values) {
        return quantile(values, 0.5);
    }

    /** The value that a share of all does not exceed, between the two around it; values that are not numbers do not count. */
    static double quantile(double[] values, double share) {
        double[] sorted = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[n++] = value;
            }
        }
        if (n == 0) {
            return Double.NaN;
        }
        Arrays.sort(sorted, 0, n);
        double at = share * (n - 1);
        int below = (int) at;
        int above = Math.min(n - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
