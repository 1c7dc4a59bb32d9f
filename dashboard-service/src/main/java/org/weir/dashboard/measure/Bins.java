package org.weir.dashboard.measure;

import java.util.Arrays;

/** How the values of a quantity are told apart in a histogram. Whole numbers only, so that every machine agrees. */
sealed interface Bins {
    /** The bin that a value, in units of its quantity, falls into. */
    int of(long units);

    /** A bin's lower edge, which belongs to it. */
    long low(int bin);

    /** A bin's upper edge, which belongs to the next one. */
    default long high(int bin) {
        return low(bin + 1);
    }

    /** Whether a bin holds one value only, so that sums follow from the bins. */
    default boolean exact() {
        return false;
    }

    /** What a bin's values are taken for. */
    default long middle(int bin) {
        return (low(bin) + high(bin) - 1) >> 1;
    }

    /** Equal widths, without end; an edge lies at 0. */
    record Linear(long width) implements Bins {
        @Override
        public int of(long units) {
            return (int) Math.floorDiv(units, width);
        }

        @Override
        public long low(int bin) {
            return bin * width;
        }

        @Override
        public boolean exact() {
            return width == 1;
        }
    }

    /** Widths that grow with the value: 5 units or 2.5%, whichever is more. Below 0 there is nothing. */
    final class Growing implements Bins {
        private static final long NARROWEST = 5;
        private static final int FORTIETH = 40;

        /** Edges up to two days in tenths of a second; whatever is above falls into the last bin. */
        private static final long END = 2 * 864_000;

        private final long[] edges;

        Growing() {
            long[] all = new long[1_000];
            int size = 1;
            for (long edge = 0; edge < END; ) {
                edge += Math.max(NARROWEST, edge / FORTIETH);
                all[size++] = edge;
            }
            edges = Arrays.copyOf(all, size);
        }

        @Override
        public int of(long units) {
            int found = Arrays.binarySearch(edges, units);
            int bin = found >= 0 ? found : -found - 2;
            return Math.min(Math.max(bin, 0), edges.length - 2);
        }

        @Override
        public long low(int bin) {
            return edges[bin];
        }
    }
}
