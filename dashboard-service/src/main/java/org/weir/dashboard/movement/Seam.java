package org.weir.dashboard.movement;

/**
 * Where one run ends and the next begins. Each lends the other a position, for a bus arrives at its last stop between
 * the last position of the one trip and the first of the next.
 */
final class Seam {
    /** A vehicle that waits for its next trip stands this near to that trip's beginning, in metres. */
    private static final double AT_START = 60;

    private Seam() {}

    /** Ends a run with the first position of the next one, and begins that one with the last of this. */
    static void join(OpenRun before, OpenRun next, Fixes from, int i, Reckoner reckoner) {
        int strays = before.course != null && next.course != null && before.atEnd() ? before.fixes.strays() : 0;
        int last = before.fixes.n - 1 - strays;
        if (next.course != null && last >= 0) {
            next.fixes.add(before.fixes, last);
            next.opened = next.place(reckoner) && next.fixes.metres(0) <= AT_START;
            if (!next.opened) {
                next.fixes.cut(1);
            }
        }
        // A feed may say the old trip for a while after the vehicle has begun the new one.
        if (strays > 0) {
            move(before, next, strays, reckoner);
        } else if (before.course != null) {
            before.fixes.add(from, i);
            before.closed = before.place(reckoner);
            if (!before.closed) {
                before.fixes.cut(1);
            }
        }
    }

    /** Gives the last positions of one run to another. */
    static void move(OpenRun from, OpenRun to, int count, Reckoner reckoner) {
        reopen(to);
        boolean goesOn = to.end() > to.first();
        int first = from.fixes.n - count;
        for (int k = first; k < first + count; k++) {
            int at = to.fixes.add(from.fixes, k);
            if (k == first && goesOn) {
                to.fixes.breakAt(at);
            }
            to.place(reckoner);
        }
        from.fixes.cut(count);
    }

    /** Takes the borrowed last position away, so that the run can go on. */
    static void reopen(OpenRun run) {
        if (run.closed) {
            run.fixes.cut(1);
            run.closed = false;
            run.takeBack(run.fixes.n);
        }
    }
}
