package org.weir.dashboard.rank;

/**
 * How long buses were on one street, by hour of the service day: running by cells of 25 m, standing at stops apart. Only
 * runs that went over the street from end to end count. Sums of whole numbers, which add in any order. Not for two threads.
 */
public final class StreetTimes {
    /** Metres. */
    static final double CELL = 25;

    /** Metres a second. */
    private static final double SPEED_BIN = 0.5;

    private static final int SPEED_BINS = 60;
    private static final double FASTEST = 0.95;

    final int[] passes = new int[Hours.ALL];
    /** Tenths of a second, by hour and cell. */
    final int[][] running;
    /** Tenths of a second at stops. */
    final int[] dwell = new int[Hours.ALL];
    /** Seconds that the timetable grants the same passes, standing included; only of those that have one. */
    final int[] scheduled = new int[Hours.ALL];

    final int[] timetabled = new int[Hours.ALL];
    /** Tenths of a second, standing included, of the passes that have a timetable. */
    final int[] against = new int[Hours.ALL];
    /** Sum of crowding in per cent of seats, and of how many passes. */
    final int[] crowding = new int[Hours.ALL];

    final int[] counted = new int[Hours.ALL];
    /** Passes of quiet hours by running speed. */
    final int[] quiet = new int[SPEED_BINS];

    public StreetTimes(int cells) {
        running = new int[Hours.ALL][cells];
    }

    /** How many cells a street of a length has. */
    static int cells(double metres) {
        return (int) Math.max(1, Math.round(metres / CELL));
    }

    int cells() {
        return running[0].length;
    }

    void quietly(double metresPerSecond) {
        quiet[(int) Math.max(0, Math.min(SPEED_BINS - 1, metresPerSecond / SPEED_BIN))]++;
    }

    /** @throws IllegalArgumentException where the other is of a street of another length */
    StreetTimes add(StreetTimes other) {
        if (other.cells() != cells()) {
            throw new IllegalArgumentException("The streets have " + cells() + " and " + other.cells() + " cells.");
        }
        for (int h = 0; h < Hours.ALL; h++) {
            sum(running[h], other.running[h]);
        }
        sum(passes, other.passes);
        sum(dwell, other.dwell);
        sum(scheduled, other.scheduled);
        sum(timetabled, other.timetabled);
        sum(against, other.against);
        sum(crowding, other.crowding);
        sum(counted, other.counted);
        sum(quiet, other.quiet);
        return this;
    }

    private static void sum(int[] to, int[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** Seconds that a bus runs on a cell in an hour; NaN where none passed. */
    double seconds(int hour, int cell) {
        return passes[hour] == 0 ? Double.NaN : running[hour][cell] / 10.0 / passes[hour];
    }

    /** Seconds a bus that is neither at a signal nor at a stop takes for a cell: the median of the cells. */
    double flowing(int hour) {
        return passes[hour] == 0 ? Double.NaN : Median.of(running[hour]) / 10.0 / passes[hour];
    }

    /** Metres a second at the 95th percentile of quiet hours; NaN where fewer than ten passed then. */
    double free() {
        int n = 0;
        for (int count : quiet) {
            n += count;
        }
        double rank = FASTEST * n;
        int passed = 0;
        for (int i = 0; n >= 10 && i < SPEED_BINS; i++) {
            if (quiet[i] > 0 && passed + quiet[i] >= rank) {
                return (i + (rank - passed) / quiet[i]) * SPEED_BIN;
            }
            passed += quiet[i];
        }
        return Double.NaN;
    }
}
