package org.weir.dashboard.schedule.gtfs;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The stop times of one trip while an archive is read, in plain arrays: a large agency has millions of them. */
final class StopTimes {
    /** No service day is longer: two days, in seconds. */
    static final int LATEST = 172_800;

    private static final int COLUMNS = 4;

    private int[] rows = new int[8 * COLUMNS];
    private int size;

    /** Adds a row; a time that is not given is -1. */
    void add(int sequence, int stop, int arrival, int departure) {
        if (size * COLUMNS == rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        rows[size * COLUMNS] = sequence;
        rows[size * COLUMNS + 1] = stop;
        rows[size * COLUMNS + 2] = departure < 0 ? arrival : departure;
        rows[size * COLUMNS + 3] = arrival;
        size++;
    }

    int size() {
        return size;
    }

    /**
     * Puts the rows in order of sequence, and gives times to stops without: evenly between their neighbours. A trip ends
     * when it arrives: how long the bus then stands before it leaves for somewhere else is no part of it.
     *
     * @return why they cannot be used, or null
     */
    Fault complete() {
        int[] sorted = new int[size * COLUMNS];
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Integer.compare(rows[a * COLUMNS], rows[b * COLUMNS]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows, order[i] * COLUMNS, sorted, i * COLUMNS, COLUMNS);
        }
        rows = sorted;
        int end = (size - 1) * COLUMNS;
        rows[end + 2] = rows[end + 3] < 0 ? rows[end + 2] : rows[end + 3];
        Fault fault = fault();
        if (fault == null) {
            fill();
        }
        return fault;
    }

    private Fault fault() {
        if (time(0) < 0 || time(size - 1) < 0) {
            return Fault.NO_TIMES;
        }
        int before = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0 && rows[i * COLUMNS] == rows[(i - 1) * COLUMNS]) {
                return Fault.NO_ORDER;
            }
            if (time(i) >= 0 && time(i) < before) {
                return Fault.FALLING_TIMES;
            }
            before = Math.max(before, time(i));
        }
        return before > LATEST ? Fault.TOO_LATE : null;
    }

    private void fill() {
        int known = 0;
        for (int i = 1; i < size; i++) {
            if (time(i) >= 0) {
                for (int between = known + 1; between < i; between++) {
                    rows[between * COLUMNS + 2] =
                            time(known) + (time(i) - time(known)) * (between - known) / (i - known);
                }
                known = i;
            }
        }
    }

    int stop(int i) {
        return rows[i * COLUMNS + 1];
    }

    /** When it leaves a stop, and arrives at the last: seconds after the service day's beginning. */
    int time(int i) {
        return rows[i * COLUMNS + 2];
    }

    /** A time of day as GTFS writes it, past 24 after midnight. */
    static String clock(int seconds) {
        return "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
