package org.weir.dashboard.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** All quantities and counts of one place and one quarter hour, or of several of them merged. Immutable. */
public final class Cell {
    public static final Cell EMPTY = new Builder().build();

    private static final Quantity[] QUANTITIES = Quantity.values();
    private static final Count[] COUNTS = Count.values();

    /** By quantity; null where there is no value. */
    private final Histogram[] histograms;

    private final long[] counts;

    private Cell(Histogram[] histograms, long[] counts) {
        this.histograms = histograms;
        this.counts = counts;
    }

    /** The values of a quantity, perhaps none. */
    public Histogram of(Quantity quantity) {
        Histogram found = histograms[quantity.ordinal()];
        return found == null ? Histogram.empty(quantity) : found;
    }

    public boolean has(Quantity quantity) {
        return histograms[quantity.ordinal()] != null;
    }

    /** How many values the quantity has that has fewest. */
    long fewest(List<Quantity> quantities) {
        long fewest = Long.MAX_VALUE;
        for (Quantity quantity : quantities) {
            fewest = Math.min(fewest, of(quantity).n());
        }
        return fewest;
    }

    public long count(Count count) {
        return counts[count.ordinal()];
    }

    /** Lateness at first, later and last stops together. */
    public Histogram lateness() {
        return Histogram.empty(Quantity.LATENESS_BETWEEN)
                .merge(of(Quantity.LATENESS_BETWEEN))
                .merge(of(Quantity.LATENESS_FIRST))
                .merge(of(Quantity.LATENESS_LAST));
    }

    public Cell merge(Cell other) {
        return new Builder().add(this).add(other).build();
    }

    /** Some of its quantities and counts. */
    Cell only(Set<Quantity> quantities, Set<Count> some) {
        Histogram[] left = new Histogram[histograms.length];
        long[] fewer = new long[counts.length];
        quantities.forEach(quantity -> left[quantity.ordinal()] = histograms[quantity.ordinal()]);
        some.forEach(count -> fewer[count.ordinal()] = counts[count.ordinal()]);
        return new Cell(left, fewer);
    }

    /** This without another, which it was merged from. */
    public Cell minus(Cell part) {
        Histogram[] left = new Histogram[histograms.length];
        long[] fewer = counts.clone();
        for (Quantity quantity : QUANTITIES) {
            Histogram rest = of(quantity).minus(part.of(quantity));
            left[quantity.ordinal()] = rest.n() == 0 ? null : rest;
        }
        for (Count count : COUNTS) {
            fewer[count.ordinal()] -= part.count(count);
        }
        return new Cell(left, fewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell c && Arrays.equals(histograms, c.histograms) && Arrays.equals(counts, c.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(histograms), Arrays.hashCode(counts));
    }

    @Override
    public String toString() {
        return Arrays.toString(histograms) + Arrays.toString(counts);
    }

    /** Adds up values and whole cells. Not for two threads. */
    public static final class Builder {
        private final Tally[] tallies = new Tally[Quantity.values().length];
        private final long[] counts = new long[Count.values().length];

        public Builder add(Quantity quantity, double value) {
            tally(quantity).add(value);
            return this;
        }

        public Builder add(Count count, long many) {
            counts[count.ordinal()] += many;
            return this;
        }

        public Builder add(Cell cell) {
            for (int i = 0; i < tallies.length; i++) {
                if (cell.histograms[i] != null) {
                    tally(QUANTITIES[i]).add(cell.histograms[i]);
                }
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] += cell.counts[i];
            }
            return this;
        }

        Tally tally(Quantity quantity) {
            int i = quantity.ordinal();
            if (tallies[i] == null) {
                tallies[i] = new Tally(quantity);
            }
            return tallies[i];
        }

        public Cell build() {
            Histogram[] histograms = new Histogram[tallies.length];
            for (int i = 0; i < tallies.length; i++) {
                histograms[i] = tallies[i] == null || tallies[i].n() == 0 ? null : tallies[i].histogram();
            }
            return new Cell(histograms, counts.clone());
        }
    }
}
