package org.weir.dashboard.measure;

import java.util.Arrays;

/** Adds up values, or histograms, of one quantity: what a histogram is made with. Not for two threads. */
final class Tally {
    private final Quantity quantity;
    private long n;
    private long sum;
    private long squares;
    /** Bin {@code first + i} holds {@code counts[i]}. */
    private int first;

    private long[] counts = new long[0];

    Tally(Quantity quantity) {
        this.quantity = quantity;
    }

    void add(double value) {
        addUnits(quantity.units(value));
    }

    void addUnits(long units) {
        n++;
        sum += units;
        squares += units * units;
        count(quantity.bins().of(units), 1);
    }

    void add(Histogram other) {
        n += other.n();
        sum += other.sum();
        squares += other.squares();
        for (int i = 0; i < other.size(); i++) {
            count(other.bin(i), other.count(i));
        }
    }

    /** Many values of one bin, whose sums {@link #sums} gives. */
    void count(int bin, long many) {
        if (counts.length == 0) {
            first = bin;
            counts = new long[4];
        } else if (bin < first) {
            int more = first - bin;
            long[] wider = new long[counts.length + more];
            System.arraycopy(counts, 0, wider, more, counts.length);
            counts = wider;
            first = bin;
        } else if (bin - first >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(bin - first + 1, 2 * counts.length));
        }
        counts[bin - first] += many;
    }

    void sums(long moreN, long moreSum, long moreSquares) {
        n += moreN;
        sum += moreSum;
        squares += moreSquares;
    }

    long n() {
        return n;
    }

    Histogram histogram() {
        int[] bins = new int[counts.length];
        long[] many = new long[counts.length];
        int size = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                bins[size] = first + i;
                many[size++] = counts[i];
            }
        }
        return new Histogram(quantity, n, sum, squares, Arrays.copyOf(bins, size), Arrays.copyOf(many, size));
    }
}
