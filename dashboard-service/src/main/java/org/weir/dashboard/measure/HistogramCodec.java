package org.weir.dashboard.measure;

/**
 * A histogram in few bytes, its n being known. One or two values are written themselves: their sums and bins follow. Of
 * more, the bins that are not empty, then by how much the sums are off what the middles of the bins would give.
 */
final class HistogramCodec {
    private HistogramCodec() {}

    static void write(Histogram h, Packed.Out out) {
        if (h.n() == 1) {
            value(h.quantity(), h.sum(), out);
        } else if (h.n() == 2) {
            // Of two values the sums tell both: (a + b)² + (b − a)² = 2 (a² + b²).
            long apart = Math.round(Math.sqrt(2 * h.squares() - h.sum() * h.sum()));
            value(h.quantity(), (h.sum() - apart) / 2, out);
            out.write(apart);
        } else {
            bins(h, out);
        }
    }

    private static void bins(Histogram h, Packed.Out out) {
        long before = 0;
        for (int i = 0; i < h.size(); i++) {
            long gap = h.bin(i) - before;
            long many = h.count(i) > 1 ? 1 : 0;
            // The first may lie below 0; all others follow it.
            if (i == 0) {
                out.writeSigned(gap << 1 | many);
            } else {
                out.write(gap << 1 | many);
            }
            if (many == 1) {
                out.write(h.count(i) - 2);
            }
            before = h.bin(i);
        }
        if (!h.quantity().bins().exact()) {
            Sums middles = new Sums();
            for (int i = 0; i < h.size(); i++) {
                middles.add(h.quantity().bins().middle(h.bin(i)), h.count(i));
            }
            out.writeSigned(h.sum() - middles.sum);
            out.writeSigned(h.squares() - middles.squaresGiven(h.sum()));
        }
    }

    /** @throws IllegalArgumentException where the bytes are no histogram of n values */
    static void read(Quantity quantity, long n, Packed.In in, Tally into) {
        if (n <= 2) {
            long first = quantity.signed() ? in.readSigned() : in.read();
            into.addUnits(quantity.checked(first));
            if (n == 2) {
                into.addUnits(quantity.checked(first + in.read()));
            }
            return;
        }
        int least = quantity.bins().of(quantity.least());
        int most = quantity.bins().of(quantity.most());
        Sums middles = new Sums();
        long bin = 0;
        for (boolean first = true; middles.n < n; first = false) {
            long code = first ? in.readSigned() : in.read();
            bin += code >> 1;
            long count = (code & 1) == 1 ? in.read() + 2 : 1;
            if (count < 1 || count > n - middles.n || bin < least || bin > most) {
                throw new IllegalArgumentException("A bin in a sheet cannot be.");
            }
            into.count((int) bin, count);
            middles.add(quantity.bins().middle((int) bin), count);
        }
        boolean exact = quantity.bins().exact();
        long sum = middles.sum + (exact ? 0 : in.readSigned());
        into.sums(n, sum, middles.squaresGiven(sum) + (exact ? 0 : in.readSigned()));
    }

    private static void value(Quantity quantity, long units, Packed.Out out) {
        if (quantity.signed()) {
            out.writeSigned(units);
        } else {
            out.write(units);
        }
    }

    /** The sums that the middles of the bins give. */
    private static final class Sums {
        private long n;
        private long sum;
        private long squares;

        void add(long middle, long count) {
            n += count;
            sum += middle * count;
            squares += middle * middle * count;
        }

        /** About what the squares are where the true sum is this one: all values shifted by the same. */
        long squaresGiven(long trueSum) {
            return squares + 2 * Math.floorDiv(sum, n) * (trueSum - sum);
        }
    }
}
