package org.weir.dashboard.street;

import java.util.Arrays;

/** Which links of a grid a line runs along: link by link, without the jumps that noise and crossings make. */
final class Tracing {
    /** Fewer links than this beside each other are a crossing or a corner, not a street. */
    static final int SHORTEST = 3;

    /** So many links may be missing where a line then goes on: a shape that cuts a corner. */
    private static final int GAP = 4;

    private Tracing() {}

    /** For each link of a line, the grid's link beside it, or {@link LinkGrid#NONE}. */
    static int[] trace(Links links, LinkGrid grid) {
        int[] beside = new int[links.size()];
        int before = LinkGrid.NONE;
        for (int k = 0; k < beside.length; k++) {
            beside[k] = grid.beside(links, k, before);
            before = beside[k];
        }
        bridge(beside, grid);
        drop(beside, grid);
        bridge(beside, grid);
        return beside;
    }

    /** Where a run ends: the first link that does not go on from the one before. */
    static int end(int[] beside, int from, LinkGrid grid) {
        int k = from + 1;
        while (k < beside.length
                && (beside[from] == LinkGrid.NONE
                        ? beside[k] == LinkGrid.NONE
                        : grid.follows(beside[k - 1], beside[k]))) {
            k++;
        }
        return k;
    }

    /** Fills short gaps between two runs along one line. */
    private static void bridge(int[] beside, LinkGrid grid) {
        for (int from = 0; from < beside.length; ) {
            int end = end(beside, from, grid);
            boolean gap = beside[from] == LinkGrid.NONE && from > 0 && end < beside.length && end - from <= GAP;
            if (gap) {
                int before = beside[from - 1];
                int after = beside[end];
                int steps = end - from + 1;
                if (grid.line(before) == grid.line(after)
                        && after >= before
                        && after - before <= steps + LinkGrid.AHEAD) {
                    for (int k = from; k < end; k++) {
                        beside[k] = before + (after - before) * (k - from + 1) / steps;
                    }
                }
            }
            from = end;
        }
    }

    /** Forgets runs that are too short to be a street. */
    static void drop(int[] beside, LinkGrid grid) {
        for (int from = 0; from < beside.length; ) {
            int end = end(beside, from, grid);
            if (end - from < SHORTEST) {
                Arrays.fill(beside, from, end, LinkGrid.NONE);
            }
            from = end;
        }
    }
}
