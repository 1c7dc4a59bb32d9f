package org.weir.dashboard.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.weir.dashboard.movement.Knots;

/**
 * How long runs of one pattern spend on each 25 m of its way, by hour of the service day, standing included. What is
 * summed is time, so that the speed of a cell is metres ÷ time whatever the positions' interval: slow places, where
 * positions lie dense, weigh no more than fast ones. Sums are of tenths of a second, and merge in any order. Not for two
 * threads.
 */
public final class WayTimes {
    /** Metres. */
    public static final int CELL = 25;

    private static final int HOUR = 3600;
    private static final int VERSION = 1;

    private final int cells;
    /** By hour: passes and tenths of a second of each cell. */
    private final Map<Integer, long[][]> hours = new TreeMap<>();

    /** @param metres the pattern's length; a last cell that is not whole is left out */
    public WayTimes(double metres) {
        this((int) (metres / CELL));
    }

    private WayTimes(int cells) {
        this.cells = cells;
    }

    /**
     * Adds the cells that a run went over from end to end. A run that stands on the border of two stands in the first.
     *
     * @param begin POSIX seconds of the service day's beginning
     */
    public WayTimes add(Knots knots, double begin) {
        float[] at = knots.metres();
        if (at.length == 0) {
            return this;
        }
        int first = (int) Math.ceil(at[0] / CELL);
        int end = Math.min(cells, (int) (at[at.length - 1] / CELL));
        int knot = 0;
        double entered = Double.NaN;
        for (int border = first; border <= end; border++) {
            double metres = (double) border * CELL;
            while (knot < at.length && at[knot] <= metres) {
                knot++;
            }
            // What it stands where its trip ends is no part of the way.
            double left = knot == at.length ? Way.reaches(knots, metres) : Way.between(knots, knot, metres);
            if (border > first) {
                long[][] sums = hour((int) Math.floor((entered - begin) / HOUR));
                sums[0][border - 1]++;
                sums[1][border - 1] += Math.round((left - entered) * 10);
            }
            entered = left;
        }
        return this;
    }

    /** @throws IllegalArgumentException where the other is of a way of another length */
    public WayTimes merge(WayTimes other) {
        if (other.cells != cells) {
            throw new IllegalArgumentException("The ways are of " + cells + " and " + other.cells + " cells.");
        }
        WayTimes both = new WayTimes(cells);
        for (WayTimes each : new WayTimes[] {this, other}) {
            each.hours.forEach((hour, sums) -> {
                for (int i = 0; i < cells; i++) {
                    both.hour(hour)[0][i] += sums[0][i];
                    both.hour(hour)[1][i] += sums[1][i];
                }
            });
        }
        return both;
    }

    public int cells() {
        return cells;
    }

    /** Runs over a cell in some hours of the service day. */
    public long passes(IntPredicate chosen, int cell) {
        return sum(0, chosen, cell);
    }

    /** Metres a second in some hours of the service day; NaN where nobody passed. */
    public double speed(IntPredicate chosen, int cell) {
        long passes = passes(chosen, cell);
        return passes == 0 ? Double.NaN : passes * CELL / (sum(1, chosen, cell) / 10.0);
    }

    private long sum(int which, IntPredicate chosen, int cell) {
        long sum = 0;
        for (Map.Entry<Integer, long[][]> each : hours.entrySet()) {
            sum += chosen.test(each.getKey()) ? each.getValue()[which][cell] : 0;
        }
        return sum;
    }

    private long[][] hour(int hour) {
        return hours.computeIfAbsent(hour, h -> new long[2][cells]);
    }

    /** The same bytes for equal sums. Runs of cells with equally many passes are written once. */
    public byte[] toBytes() {
        Packed.Out out = new Packed.Out();
        out.write(VERSION);
        out.write(cells);
        out.write(hours.size());
        hours.forEach((hour, sums) -> {
            out.writeSigned(hour);
            for (int i = 0; i < cells; ) {
                int alike = i;
                while (alike < cells && sums[0][alike] == sums[0][i]) {
                    alike++;
                }
                out.write(alike - i);
                out.write(sums[0][i]);
                for (; i < alike; i++) {
                    if (sums[0][i] > 0) {
                        out.write(sums[1][i]);
                    }
                }
            }
        });
        return Deflated.write(out.toBytes());
    }

    /** @throws IllegalArgumentException where the bytes are none of a version that is known */
    public static WayTimes read(byte[] bytes) {
        Packed.In in = new Packed.In(Deflated.read(bytes));
        if (in.read() != VERSION) {
            throw new IllegalArgumentException("The times of a way are of a version that is not known.");
        }
        WayTimes times = new WayTimes((int) in.read());
        for (long left = in.read(); left > 0; left--) {
            long[][] sums = times.hour((int) in.readSigned());
            for (int i = 0; i < times.cells; ) {
                int end = i + (int) in.read();
                if (end <= i || end > times.cells) {
                    throw new IllegalArgumentException("The times of a way go beyond its end.");
                }
                long passes = in.read();
                for (; i < end; i++) {
                    sums[0][i] = passes;
                    sums[1][i] = passes > 0 ? in.read() : 0;
                }
            }
        }
        return times;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WayTimes w && cells == w.cells && Arrays.equals(toBytes(), w.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
