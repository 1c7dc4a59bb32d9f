package org.weir.dashboard.schedule.gtfs;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The stop times of one trip while an archive is read, in plain arrays: a large agency has millions of them. */
final class StopTimes {
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
     */
    void complete() {
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
        int known = -1;
        for (int i = 0; i < size; i++) {
            if (time(i) >= 0) {
                fill(known, i);
                known = i;
            }
        }
        fill(known, size);
    }

    private void fill(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int before = from < 0 ? (to < size ? time(to) : 0) : time(from);
            int after = to < size ? time(to) : before;
            int steps = to - from;
            rows[i * COLUMNS + 2] = from < 0 ? after : before + (after - before) * (i - from) / steps;
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
