package org.weir.dashboard.measure;

import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/** How a figure is computed from a cell: one entry of the registry. Pure. */
public sealed interface Measure {
    Definition definition();

    /** How many observations it rests on; where these are of several kinds, how many of the rarest. */
    long n(Cell cell, Terms terms);

    /** The value; NaN where it is not defined. */
    double value(Cell cell, Terms terms);

    /** How the interval of a formula is found. */
    enum Interval {
        /** It changes little where little changes; days without an observation tell nothing of it. */
        JACKKNIFE,
        /** The same of what is told by the hour: on a day without a bus nothing was lost, and that counts. */
        JACKKNIFE_BY_CLOCK,
        /** It leaps where little changes: ratios and differences of percentiles of few values. */
        BOOTSTRAP
    }

    /** A function of sums and counts. */
    record Formula(Definition definition, ToLongBiFunction<Cell, Terms> observations, Value formula, Interval interval)
            implements Measure {
        @Override
        public long n(Cell cell, Terms terms) {
            return observations.applyAsLong(cell, terms);
        }

        @Override
        public double value(Cell cell, Terms terms) {
            return formula.of(cell, terms);
        }
    }

    /** What a formula computes. */
    @FunctionalInterface
    interface Value {
        double of(Cell cell, Terms terms);
    }

    /**
     * A percentile of one quantity.
     *
     * @param values of what
     * @param share from 0 to 1
     * @param asSpeed whether the time is told as a speed, in metres a second: the share is then of the speeds
     */
    record Percentile(Definition definition, Function<Cell, Histogram> values, double share, boolean asSpeed)
            implements Measure {
        @Override
        public long n(Cell cell, Terms terms) {
            return values.apply(cell).n();
        }

        @Override
        public double value(Cell cell, Terms terms) {
            return at(cell, share);
        }

        /** The same for another share. */
        double at(Cell cell, double other) {
            double within = Math.min(Math.max(other, 0), 1);
            return asSpeed
                    ? Running.speed(cell, 1 - within)
                    : values.apply(cell).quantile(within);
        }

        /** How many of a cell's values do not reach what is so much in the whole. */
        double below(Cell part, Cell whole) {
            double value = values.apply(whole).quantile(asSpeed ? 1 - share : share);
            double below = values.apply(part).below(value);
            return asSpeed ? values.apply(part).n() - below : below;
        }
    }
}
