package org.weir.dashboard.measure;

import java.util.Arrays;

/**
 * How long riders wait at a stop who come at random, by the headways of a period: exact, and not sampled. Of a headway
 * {@code h} each moment is as likely, so that nobody in it waits longer than {@code h}, and the share of all riders who
 * wait no longer than {@code w} is {@code Σ min(h, w) / Σ h}; the mean of that is {@code Σ h² / (2 Σ h)} (Transit
 * Capacity and Quality of Service Manual). A rider who comes into a long gap is one of many: that is why buses that
 * bunch make riders wait longer than their number says. Times are seconds. Immutable.
 */
public final class Waits {
    /** Rising. */
    private final double[] headways;

    private final double total;

    private Waits(double[] rising) {
        headways = rising;
        total = Arrays.stream(rising).sum();
    }

    /**
     * Of a period that begins with the first bus and ends with the last.
     *
     * @param arrivals at the stop, in any order; two at once have no headway between them, and so nobody who waits
     */
    public static Waits between(double... arrivals) {
        double[] rising = arrivals.clone();
        Arrays.sort(rising);
        double[] gaps = new double[Math.max(0, rising.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = rising[i + 1] - rising[i];
        }
        return of(gaps);
    }

    /**
     * Of these headways, in any order.
     *
     * @throws IllegalArgumentException where one of them is negative or no number
     */
    public static Waits of(double... headways) {
        double[] rising = headways.clone();
        Arrays.sort(rising);
        if (rising.length > 0 && !(rising[0] >= 0 && rising[rising.length - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A headway is a number of seconds, and not negative.");
        }
        return new Waits(rising);
    }

    /**
     * Of headways as they are kept: each is taken for the middle of its bin of 15 s, and all are moved by the same, so
     * that their sum is the true one.
     */
    public static Waits of(Histogram headways) {
        double[] values = new double[Math.toIntExact(headways.n())];
        int size = 0;
        for (int i = 0; i < headways.size(); i++) {
            double middle = headways.quantity().value(headways.quantity().bins().middle(headways.bin(i)));
            int many = (int) headways.count(i);
            Arrays.fill(values, size, size + many, middle);
            size += many;
        }
        double off = (headways.total() - Arrays.stream(values).sum()) / size;
        for (int i = 0; i < size; i++) {
            values[i] = Math.max(0, values[i] + off);
        }
        return new Waits(values);
    }

    /** How many headways there are. */
    public int n() {
        return headways.length;
    }

    /** The mean wait; NaN where there is no time to come in. */
    public double mean() {
        double squares = 0;
        for (double each : headways) {
            squares += each * each;
        }
        return squares / (2 * total);
    }

    /** The share of riders who wait no longer; NaN where there is no time to come in. */
    public double shareWithin(double seconds) {
        double within = 0;
        for (double each : headways) {
            within += Math.min(each, Math.max(0, seconds));
        }
        return within / total;
    }

    /**
     * The wait that a share of riders does not exceed; NaN where there is no time to come in.
     *
     * @param share from 0 to 1
     */
    public double quantile(double share) {
        double wanted = share * total;
        double shorter = 0;
        for (int k = 0; k < headways.length; k++) {
            int rest = headways.length - k;
            // In each headway that is not over yet, the same stretch lies within the wait.
            if (shorter + rest * headways[k] >= wanted) {
                // Sums are rounded: nobody waits longer than the headway.
                return total == 0 ? Double.NaN : Math.min(headways[k], (wanted - shorter) / rest);
            }
            shorter += headways[k];
        }
        return total == 0 ? Double.NaN : headways[headways.length - 1];
    }
}
