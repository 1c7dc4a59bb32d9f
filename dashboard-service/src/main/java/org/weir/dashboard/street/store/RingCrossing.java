package org.weir.dashboard.street.store;

import java.util.Arrays;
import java.util.Comparator;

/** Whether a ring crosses itself: then it does not say what lies inside. */
final class RingCrossing {
    private RingCrossing() {}

    /**
     * The places, from 0, of two positions whose edges to the next ones cross; null where none do. Edges that only touch
     * do not.
     */
    static int[] find(double[][] ring) {
        Integer[] byWest = new Integer[ring.length - 1];
        Arrays.setAll(byWest, i -> i);
        Arrays.sort(byWest, Comparator.comparingDouble(i -> west(ring, i)));
        for (int i = 0; i < byWest.length; i++) {
            int one = byWest[i];
            double east = Math.max(ring[one][0], ring[one + 1][0]);
            for (int k = i + 1; k < byWest.length && west(ring, byWest[k]) <= east; k++) {
                int other = byWest[k];
                if (cross(ring[one], ring[one + 1], ring[other], ring[other + 1])) {
                    return new int[] {Math.min(one, other), Math.max(one, other)};
                }
            }
        }
        return null;
    }

    private static double west(double[][] ring, int edge) {
        return Math.min(ring[edge][0], ring[edge + 1][0]);
    }

    /** Whether each edge has the other's ends on its two sides. */
    private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(double[] a, double[] b, double[] of) {
        return Math.signum((b[0] - a[0]) * (of[1] - a[1]) - (b[1] - a[1]) * (of[0] - a[0]));
    }
}
