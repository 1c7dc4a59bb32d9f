package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Lays ways one on another. The longest goes first; what of the next lies beside links that are there and leads the same
 * way is the same street, and the rest becomes links of its own. A way that comes twice through a street meets itself.
 */
final class NetBuilder {
    /** The shapes of two agencies on one street lie this near to each other; the next street is farther, in metres. */
    static final double SAME_STREET = 20;

    /** Before this many links a way does not meet itself: it would be its own last metres. */
    private static final int AGAIN = 8;

    private static final int PENDING = -2;

    final LinkGrid grid = new LinkGrid(SAME_STREET);
    final List<Way> ways = new ArrayList<>();
    /** For each link of the net, the way that it was taken from and which link of it it is. */
    final List<Way> madeOf = new ArrayList<>();

    int[] at = new int[1024];
    /** For each link of the net, the routes that run there. */
    final List<BitSet> users = new ArrayList<>();

    void lay(Way way) {
        int[] beside = Tracing.trace(way.links, grid);
        int[] own = itself(way.links, beside);
        int n = way.links.size();
        int[] net = new int[n];
        for (int k = 0; k < n; k++) {
            if (beside[k] != LinkGrid.NONE) {
                net[k] = beside[k];
            } else if (own[k] != LinkGrid.NONE) {
                net[k] = net[own[k]];
            } else {
                int end = k + 1;
                while (end < n && beside[end] == LinkGrid.NONE && own[end] == LinkGrid.NONE) {
                    end++;
                }
                fill(way, net, k, end);
                k = end - 1;
            }
        }
        settle(net);
        way.net = net;
        ways.add(way);
        use(way);
    }

    /** New street, or where it is too short for one, the end of the street before it. */
    private void fill(Way way, int[] net, int from, int end) {
        if (end - from < Tracing.SHORTEST && end - from < net.length) {
            Arrays.fill(net, from, end, from == 0 ? PENDING : net[from - 1]);
            return;
        }
        grid.begin();
        for (int k = from; k < end; k++) {
            net[k] = grid.add(way.links, k);
            at = net[k] == at.length ? Arrays.copyOf(at, at.length * 2) : at;
            at[net[k]] = k;
            madeOf.add(way);
            users.add(new BitSet());
        }
    }

    /** A beginning that is too short for a street belongs to the one that follows. */
    private static void settle(int[] net) {
        for (int k = net.length - 2; k >= 0; k--) {
            net[k] = net[k] == PENDING ? net[k + 1] : net[k];
        }
    }

    /** For each link that meets nothing else: the earlier link of the same way that it meets. */
    private static int[] itself(Links links, int[] beside) {
        LinkGrid earlier = new LinkGrid(SAME_STREET);
        int[] met = new int[links.size()];
        int[] which = new int[links.size()];
        int before = LinkGrid.NONE;
        for (int k = 0; k < met.length; k++) {
            int old = k - AGAIN;
            if (old >= 0 && beside[old] == LinkGrid.NONE && met[old] == LinkGrid.NONE) {
                if (earlier.size() == 0 || which[earlier.size() - 1] != old - 1) {
                    earlier.begin();
                }
                which[earlier.add(links, old)] = old;
            }
            met[k] = beside[k] == LinkGrid.NONE ? earlier.beside(links, k, before) : LinkGrid.NONE;
            before = met[k];
        }
        Tracing.drop(met, earlier);
        for (int k = 0; k < met.length; k++) {
            met[k] = met[k] == LinkGrid.NONE ? LinkGrid.NONE : which[met[k]];
        }
        return met;
    }

    private void use(Way way) {
        int before = LinkGrid.NONE;
        for (int link : way.net) {
            for (int each = grid.follows(before, link) ? before : link; each <= link; each++) {
                users.get(each).or(way.lines);
            }
            before = link;
        }
    }
}
