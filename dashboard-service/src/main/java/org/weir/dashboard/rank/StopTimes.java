package org.weir.dashboard.rank;

/**
 * Halts at one stop by hour of the service day. Where a bus came early and left when the timetable says, nobody knows what
 * of its halt the stop needed: such halts are only counted.
 */
public final class StopTimes {
    final int[] visits = new int[Hours.ALL];
    final int[] halts = new int[Hours.ALL];
    /** Tenths of a second, of the halts. */
    final int[] dwell = new int[Hours.ALL];

    final int[] held = new int[Hours.ALL];

    StopTimes add(StopTimes other) {
        for (int h = 0; h < Hours.ALL; h++) {
            visits[h] += other.visits[h];
            halts[h] += other.halts[h];
            dwell[h] += other.dwell[h];
            held[h] += other.held[h];
        }
        return this;
    }

    /** Seconds of a halt in an hour; NaN where there was none. */
    double seconds(int hour) {
        return halts[hour] == 0 ? Double.NaN : dwell[hour] / 10.0 / halts[hour];
    }

    /** Of one visit, halts and passes together. */
    double perVisit(int hour) {
        return visits[hour] == 0 ? Double.NaN : dwell[hour] / 10.0 / visits[hour];
    }
}
