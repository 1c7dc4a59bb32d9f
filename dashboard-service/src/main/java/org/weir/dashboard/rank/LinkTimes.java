package org.weir.dashboard.rank;

/**
 * How much later than the timetable one route and direction becomes from one stop to the next, by hour of the service day.
 * What a bus waits for the timetable does not count: it is granted, not lost. Of trips that began in time. Whole numbers, which add in any order.
 */
public final class LinkTimes {
    final int[] n = new int[Hours.ALL];
    /** Tenths of a second that were lost against the timetable, below 0 where gained. */
    final long[] lost = new long[Hours.ALL];
    /** Of each passage, squared. */
    final long[] squares = new long[Hours.ALL];
    /** Seconds that the timetable grants. */
    final long[] granted = new long[Hours.ALL];

    void add(int hour, double seconds, int scheduled) {
        long tenths = Math.round(10 * (seconds - scheduled));
        n[hour]++;
        lost[hour] += tenths;
        squares[hour] += tenths * tenths;
        granted[hour] += scheduled;
    }

    LinkTimes add(LinkTimes other) {
        for (int h = 0; h < Hours.ALL; h++) {
            n[h] += other.n[h];
            lost[h] += other.lost[h];
            squares[h] += other.squares[h];
            granted[h] += other.granted[h];
        }
        return this;
    }

    /** Seconds that a passage loses in the mean of the hours that count, 0 where there was none. */
    double mean(Asked asked) {
        long tenths = 0;
        for (int hour = 0; hour < Hours.ALL; hour++) {
            tenths += asked.hour(hour) ? lost[hour] : 0;
        }
        long passages = passages(asked);
        return passages == 0 ? 0 : tenths / 10.0 / passages;
    }

    /** Seconds that the timetable grants a passage, likewise. */
    double granted(Asked asked) {
        long seconds = 0;
        for (int hour = 0; hour < Hours.ALL; hour++) {
            seconds += asked.hour(hour) ? granted[hour] : 0;
        }
        long passages = passages(asked);
        return passages == 0 ? 0 : (double) seconds / passages;
    }

    /** In the hours that count. */
    long passages(Asked asked) {
        long passages = 0;
        for (int hour = 0; hour < Hours.ALL; hour++) {
            passages += asked.hour(hour) ? n[hour] : 0;
        }
        return passages;
    }

    /** Of what passages lose, seconds squared. */
    double variance(Asked asked) {
        double sum = 0;
        for (int hour = 0; hour < Hours.ALL; hour++) {
            sum += asked.hour(hour) ? squares[hour] / 100.0 : 0;
        }
        long passages = passages(asked);
        double mean = mean(asked);
        return passages == 0 ? 0 : Math.max(0, sum / passages - mean * mean);
    }
}
