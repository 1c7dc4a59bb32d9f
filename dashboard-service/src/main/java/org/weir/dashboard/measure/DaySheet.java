package org.weir.dashboard.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One place on one service date, by quarter hour; or several dates (of a month, say) merged. Quarter hours are counted
 * from the service day's beginning, noon minus 12 h, as schedules count: 32 is 8:00, 100 is 1:00 in the night that
 * follows. So days of 23 and 25 hours are days like others: from the change of clocks on, the quarter hour is the one
 * that clocks show. Quarter hours without anything are left out. Immutable.
 */
public final class DaySheet {
    public static final DaySheet EMPTY = new DaySheet(new int[0], new Cell[0]);

    /** Seconds. */
    public static final int QUARTER = 900;

    /** Rising. */
    private final int[] quarters;

    private final Cell[] cells;

    DaySheet(int[] quarters, Cell[] cells) {
        this.quarters = quarters;
        this.cells = cells;
    }

    /** The quarter hour of a moment so many seconds after the service day's beginning; below 0 before it. */
    public static int quarter(double seconds) {
        return (int) Math.floor(seconds / QUARTER);
    }

    /** How many quarter hours have something. */
    public int size() {
        return quarters.length;
    }

    /** The quarter hours that have something, rising. */
    public int[] quarters() {
        return quarters.clone();
    }

    int quarterAt(int i) {
        return quarters[i];
    }

    Cell cellAt(int i) {
        return cells[i];
    }

    /** Those of its quarter hours that come between two, counted among those that have something. */
    DaySheet part(int from, int to) {
        return new DaySheet(Arrays.copyOfRange(quarters, from, to), Arrays.copyOfRange(cells, from, to));
    }

    /** Those of its quarter hours that were chosen. */
    DaySheet where(IntPredicate chosen) {
        int[] kept = IntStream.range(0, quarters.length)
                .filter(i -> chosen.test(quarters[i]))
                .toArray();
        return kept.length == quarters.length
                ? this
                : new DaySheet(
                        Arrays.stream(kept).map(i -> quarters[i]).toArray(),
                        Arrays.stream(kept).mapToObj(i -> cells[i]).toArray(Cell[]::new));
    }

    /** What a quarter hour has, perhaps nothing. */
    public Cell cell(int quarter) {
        int found = Arrays.binarySearch(quarters, quarter);
        return found < 0 ? Cell.EMPTY : cells[found];
    }

    /** All quarter hours of a choice together. */
    public Cell over(IntPredicate chosen) {
        Cell.Builder sum = new Cell.Builder();
        for (int i = 0; i < quarters.length; i++) {
            if (chosen.test(quarters[i])) {
                sum.add(cells[i]);
            }
        }
        return sum.build();
    }

    public Cell whole() {
        return over(q -> true);
    }

    /**
     * What a stop tells of a corridor or area that it lies in: how late buses left, how many of the calls were made, and
     * how long riders waited; what buses stood there is told by their way through.
     *
     * @param headways whether the waits are told: not where other routes call too and all are told together
     */
    public DaySheet ofAStopWithin(boolean headways) {
        Set<Quantity> quantities =
                EnumSet.range(headways ? Quantity.HEADWAY : Quantity.LATENESS_FIRST, Quantity.LATENESS_LAST);
        Set<Count> calls = EnumSet.complementOf(EnumSet.of(Count.METRES));
        return new DaySheet(
                quarters,
                Arrays.stream(cells).map(cell -> cell.only(quantities, calls)).toArray(Cell[]::new));
    }

    /** Hours of clock time in which any of some sheets has something. */
    public static double hours(Collection<DaySheet> sheets) {
        long served = sheets.stream()
                .flatMapToInt(sheet -> Arrays.stream(sheet.quarters))
                .distinct()
                .count();
        return served * QUARTER / 3600.0;
    }

    public DaySheet merge(DaySheet other) {
        return new Builder().add(this).add(other).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DaySheet d && Arrays.equals(quarters, d.quarters) && Arrays.equals(cells, d.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(quarters);
    }

    @Override
    public String toString() {
        return quarters.length + " quarter hours, " + whole();
    }

    /** Adds up values and whole sheets. Not for two threads. */
    public static final class Builder {
        private final Map<Integer, Cell.Builder> cells = new TreeMap<>();

        /** The cell to add to. */
        public Cell.Builder at(int quarter) {
            return cells.computeIfAbsent(quarter, q -> new Cell.Builder());
        }

        public Builder add(DaySheet sheet) {
            for (int i = 0; i < sheet.quarters.length; i++) {
                at(sheet.quarters[i]).add(sheet.cells[i]);
            }
            return this;
        }

        public DaySheet build() {
            int[] quarters = cells.keySet().stream().mapToInt(Integer::intValue).toArray();
            Cell[] built = cells.values().stream().map(Cell.Builder::build).toArray(Cell[]::new);
            return new DaySheet(quarters, built);
        }
    }
}
