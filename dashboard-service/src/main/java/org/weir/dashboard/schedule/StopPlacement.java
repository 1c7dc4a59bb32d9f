package org.weir.dashboard.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the stops of a pattern lie along its shape. Of all places where the shape passes near each stop, the chain that
 * never goes back and stays nearest to the stops: so a loop's last stop lies at its end although it is its first too.
 */
public final class StopPlacement {
    /** A pass this much farther away than the nearest one may still be the right one. */
    private static final double SLACK = 60;

    /** A stop farther from its trip's shape than this is misplaced, or the shape is, in metres. */
    private static final double FAR = 150;

    private StopPlacement() {}

    /** How many of the stops lie far from the line. */
    public static int far(Polyline line, List<Stop> stops) {
        int far = 0;
        Nearest found = new Nearest();
        for (Stop stop : stops) {
            line.nearest(stop.lat(), stop.lon(), 0, line.length(), found);
            far += found.away() > FAR ? 1 : 0;
        }
        return far;
    }

    /** Metres along the line to each stop, never falling. */
    public static double[] along(Polyline line, List<Stop> stops) {
        List<List<Projection>> passes = new ArrayList<>();
        for (Stop stop : stops) {
            double nearest =
                    line.nearest(stop.lat(), stop.lon(), 0, line.length()).away();
            passes.add(line.passes(stop.lat(), stop.lon(), nearest + SLACK));
        }
        double[] chain = chain(passes);
        return chain == null ? greedy(line, stops) : chain;
    }

    private static double[] chain(List<List<Projection>> passes) {
        int n = passes.size();
        double[][] cost = new double[n][];
        int[][] from = new int[n][];
        for (int k = 0; k < n; k++) {
            List<Projection> here = passes.get(k);
            cost[k] = new double[here.size()];
            from[k] = new int[here.size()];
            boolean reachable = false;
            for (int j = 0; j < here.size(); j++) {
                Projection pass = here.get(j);
                double best = k == 0 ? 0 : Double.POSITIVE_INFINITY;
                for (int i = 0; k > 0 && i < cost[k - 1].length; i++) {
                    if (passes.get(k - 1).get(i).at() <= pass.at() && cost[k - 1][i] < best) {
                        best = cost[k - 1][i];
                        from[k][j] = i;
                    }
                }
                cost[k][j] = best + pass.away() * pass.away();
                reachable |= best < Double.POSITIVE_INFINITY;
            }
            if (!reachable) {
                return null;
            }
        }
        return walkBack(passes, cost, from);
    }

    private static double[] walkBack(List<List<Projection>> passes, double[][] cost, int[][] from) {
        int n = passes.size();
        int j = 0;
        for (int i = 1; i < cost[n - 1].length; i++) {
            j = cost[n - 1][i] < cost[n - 1][j] ? i : j;
        }
        double[] at = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            at[k] = passes.get(k).get(j).at();
            j = from[k][j];
        }
        return at;
    }

    /** Where the stops are not in the shape's order at all: each as near as it can be after the one before. */
    private static double[] greedy(Polyline line, List<Stop> stops) {
        double[] at = new double[stops.size()];
        double before = 0;
        for (int k = 0; k < at.length; k++) {
            Stop stop = stops.get(k);
            before = line.nearest(stop.lat(), stop.lon(), before, line.length()).at();
            at[k] = before;
        }
        return at;
    }

    /** Whether distances never fall; what {@link #along} promises. */
    public static boolean monotone(double[] at) {
        double[] sorted = at.clone();
        Arrays.sort(sorted);
        return Arrays.equals(sorted, at);
    }
}
