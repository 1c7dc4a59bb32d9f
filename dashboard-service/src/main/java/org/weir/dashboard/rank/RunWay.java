package org.weir.dashboard.rank;

import java.util.Arrays;
import java.util.List;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;

/**
 * Where a run was when, with its halts at the stops: what it stood there is not spread over the way between two positions.
 * Positions come at even times, so the time between borders of cells is right on average wherever buses go slowly.
 */
final class RunWay {
    private final double[] metres;
    private final double[] times;
    private final List<StopVisit> visits;

    private RunWay(double[] metres, double[] times, List<StopVisit> visits) {
        this.metres = metres;
        this.times = times;
        this.visits = visits;
    }

    /**
     * From its first known departure to its last arrival: what it waits at its ends is no part of the way.
     *
     * @param at metres along the shape to each stop of its pattern
     */
    static RunWay of(TripRun run, double[] at) {
        Knots knots = run.knots();
        List<StopVisit> visits = run.visits();
        double[] metres = new double[knots.size() + 2 * visits.size()];
        double[] times = new double[metres.length];
        int n = 0;
        int k = 0;
        for (int v = 0; v < visits.size(); v++) {
            StopVisit visit = visits.get(v);
            double stop = at[visit.index()];
            for (; k < knots.size() && knots.times()[k] < visit.arrival(); k++) {
                n = v == 0 ? 0 : put(metres, times, n, knots.metres()[k], knots.times()[k]);
            }
            n = v == 0 ? 0 : put(metres, times, n, stop, visit.arrival());
            while (k < knots.size() && knots.times()[k] <= visit.departure()) {
                k++;
            }
            n = v == visits.size() - 1 ? n : put(metres, times, n, stop, visit.departure());
        }
        return new RunWay(Arrays.copyOf(metres, n), Arrays.copyOf(times, n), visits);
    }

    /** Neither way nor time runs back. */
    private static int put(double[] metres, double[] times, int n, double at, double when) {
        metres[n] = n == 0 ? at : Math.max(at, metres[n - 1]);
        times[n] = n == 0 ? when : Math.max(when, times[n - 1]);
        return n + 1;
    }

    /** The last moment at a place, or the first where it ends there; NaN where the run does not go over it. */
    double at(double place) {
        int end = metres.length - 1;
        if (end < 1 || metres[0] > place || metres[end] < place) {
            return Double.NaN;
        }
        int after = Arrays.binarySearch(metres, place);
        if (after < 0) {
            after = -after - 1;
            return between(after, place);
        }
        boolean ends = metres[end] <= place;
        while (ends && after > 0 && metres[after - 1] >= place) {
            after--;
        }
        while (!ends && after < end && metres[after + 1] <= place) {
            after++;
        }
        return times[after];
    }

    private double between(int after, double place) {
        double share = (place - metres[after - 1]) / (metres[after] - metres[after - 1]);
        return times[after - 1] + share * (times[after] - times[after - 1]);
    }

    /** Seconds that it stood at stops between two moments. */
    double stood(double from, double to) {
        double stood = 0;
        for (StopVisit visit : visits) {
            if (visit.arrival() >= to) {
                break;
            }
            stood += Math.max(0, Math.min(to, visit.departure()) - Math.max(from, visit.arrival()));
        }
        return stood;
    }
}
