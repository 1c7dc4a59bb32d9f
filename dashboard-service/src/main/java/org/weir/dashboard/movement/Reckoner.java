package org.weir.dashboard.movement;

/**
 * When a vehicle came to a stop and when it left, from the positions around. It is taken to run at the pace that its own
 * positions around show, to brake and to start as buses do, and to have spent the rest of the time at the stop: so what
 * it waited there is not smeared into its running. Only positions up to the first one behind the stop count, so that a
 * visit that is told once does not change but for a position that comes late.
 */
final class Reckoner {
    /** A position this near to a stop is at it: a bus's length and a receiver's error, in metres. */
    static final double ZONE = 25;

    /** A vehicle that ends its trip this near to the last stop has reached it, in metres. */
    static final double AT_END = 30;

    /** After a longer silence nobody knows how the way was made, in seconds. */
    static final long LONGEST_GAP = 300;

    /** Below this a vehicle stands, in metres a second. */
    private static final double STANDING = 1.5;

    /** So little time to spare is the pace's own error and no halt, in seconds. */
    private static final double NO_HALT = 6;

    /** What a halt takes where several stops lie between two positions and nobody saw which of them took longer. */
    private static final double USUAL_HALT = 12;

    /**
     * A vehicle that is seen standing came no longer before than this, in seconds, where the time would allow more: what
     * is left of a halt is seldom longer, and what is beside it was rather lost on the way, at a signal.
     */
    private static final double LIKELY = 18;

    /** More positions than this off the way, one after the other, are a detour. */
    private static final int OUTLIERS = 1;

    private static final long WIDE = 60;

    private final Pace pace = new Pace();
    private Fixes f;
    private double[] at;
    private double earliest;

    private double arrival;
    private double departure;
    private long gap;
    private boolean seen;

    /**
     * Reckons one visit.
     *
     * @param after the first position behind the stop's zone; at the last stop the first within {@link #AT_END} of it
     * @param earliest the departure from the stop before: no arrival is earlier
     * @return null where the positions do not tell
     */
    StopVisit visit(Fixes fixes, double[] stops, int k, int after, double earliestArrival, String stop, int scheduled) {
        f = fixes;
        at = stops;
        earliest = earliestArrival;
        boolean found = k == 0 ? first(after) : k == at.length - 1 ? last(k, after) : between(k, after);
        if (!found || gap > LONGEST_GAP) {
            return null;
        }
        arrival = Math.max(arrival, earliest);
        departure = Math.max(departure, arrival);
        StopVisit.Quality quality =
                seen ? StopVisit.Quality.SEEN : gap <= WIDE ? StopVisit.Quality.BETWEEN : StopVisit.Quality.WIDE;
        return new StopVisit(k, stop, arrival, departure, scheduled, gap, quality, f.crowding(after));
    }

    /** How far behind a stop its zone reaches: never into the next one's. */
    static double zoneAfter(double[] at, int k) {
        return k == at.length - 1 ? -AT_END : Math.min(ZONE, (at[k + 1] - at[k]) / 2);
    }

    private static double zoneBefore(double[] at, int k) {
        return Math.min(ZONE, (at[k] - at[k - 1]) / 2);
    }

    /** A trip begins when it leaves; what it waited before is no part of it. */
    private boolean first(int after) {
        int left = f.lastOn(after - 1);
        if (left < 0 || detour(left, after)) {
            return false;
        }
        double cruise = pace.cruise(f, left, after);
        seen = true;
        gap = f.time(after) - f.time(left);
        double out = Pace.fromStand(Math.max(0, f.smooth(after) - at[0]), cruise, f.speed(after));
        departure = Math.max(f.time(left), f.time(after) - out);
        arrival = departure;
        return true;
    }

    /** A trip ends when it arrives. */
    private boolean last(int k, int reached) {
        int right = reached;
        while (right < f.n
                && f.on(right)
                && f.speed(right) >= STANDING
                && f.nextOn(right + 1) < f.n
                && atEnd(k, right)) {
            right = f.nextOn(right + 1);
        }
        int left = f.lastOn(right - 1);
        if (left < 0 || detour(left, right)) {
            return false;
        }
        double cruise = pace.cruise(f, left, right);
        seen = true;
        gap = f.time(right) - f.time(left);
        double in = Pace.toStand(Math.max(0, at[k] - f.smooth(left)), cruise, f.speed(left));
        arrival = Math.min(f.time(right), f.time(left) + in);
        departure = arrival;
        return true;
    }

    private boolean atEnd(int k, int i) {
        return f.smooth(i) < at[k] - STANDING;
    }

    private boolean between(int k, int after) {
        double begin = at[k] - zoneBefore(at, k);
        int before = f.lastOn(after - 1);
        while (before >= 0 && f.smooth(before) >= begin) {
            before = f.lastOn(before - 1);
        }
        if (before < 0) {
            return false;
        }
        int in = f.nextOn(before + 1);
        seen = in < after;
        return seen ? seen(k, before, in, after) : passed(k, before, after);
    }

    /** Positions lie at the stop: it came before the first at which it stands and left after the last. */
    private boolean seen(int k, int before, int in, int after) {
        int stands = -1;
        int stood = -1;
        boolean unknown = false;
        for (int i = in; i < after; i = f.nextOn(i + 1)) {
            unknown |= Float.isNaN(f.speed(i));
            if (f.speed(i) < STANDING) {
                stands = stands < 0 ? i : stands;
                stood = i;
            }
        }
        if (stands < 0 && !unknown) {
            int left = before;
            while (f.nextOn(left + 1) < after && f.smooth(f.nextOn(left + 1)) <= at[k]) {
                left = f.nextOn(left + 1);
            }
            return passed(k, left, f.nextOn(left + 1));
        }
        boolean told = stands >= 0;
        return halted(
                k,
                told ? f.lastOn(stands - 1) : before,
                told ? stands : in,
                told ? stood : f.lastOn(after - 1),
                told ? f.nextOn(stood + 1) : after,
                told);
    }

    private boolean halted(int k, int left, int stands, int stood, int right, boolean told) {
        if (detour(left, stands) || detour(stood, right)) {
            return false;
        }
        double cruise = pace.cruise(f, left, right);
        gap = Math.max(f.time(stands) - f.time(left), f.time(right) - f.time(stood));
        double in = Pace.toStand(Math.max(0, at[k] - f.smooth(left)), cruise, f.speed(left));
        double out = Pace.fromStand(Math.max(0, f.smooth(right) - at[k]), cruise, f.speed(right));
        arrival = Math.min(f.time(stands), Math.max(f.time(left) + in, f.time(stands) - LIKELY));
        departure = Math.max(f.time(stood), Math.min(f.time(right) - out, f.time(stood) + LIKELY));
        if (!told && departure - arrival < NO_HALT) {
            arrival = (arrival + departure) / 2;
            departure = arrival;
        }
        return true;
    }

    /** No position lies at the stop, or only such as were moving: what is left beside running was spent there. */
    private boolean passed(int k, int left, int right) {
        if (detour(left, right)) {
            return false;
        }
        gap = f.time(right) - f.time(left);
        double metres = f.smooth(right) - f.smooth(left);
        double cruise = pace.cruise(f, left, right);
        double spare = gap - metres / cruise;
        double way = Math.max(0, at[k] - f.smooth(left));
        int first = k;
        while (first > 1 && at[first - 1] > f.smooth(left)) {
            first--;
        }
        int stops = k - first + 1;
        for (int i = k + 1; i < at.length - 1 && at[i] < f.smooth(right); i++) {
            stops++;
        }
        if (spare < NO_HALT * stops) {
            arrival = f.time(left) + (metres <= 0 ? 0 : way / metres * gap);
            departure = arrival;
        } else if (stops > 1) {
            double halt = Math.min(USUAL_HALT, spare / stops);
            arrival = f.time(left) + way / metres * (gap - halt * stops) + halt * (k - first);
            departure = arrival + halt;
        } else {
            alone(left, right, way, metres - way, cruise);
        }
        return true;
    }

    private void alone(int left, int right, double way, double rest, double cruise) {
        double in = Pace.toStand(way, cruise, f.speed(left));
        double out = Pace.fromStand(Math.max(0, rest), cruise, f.speed(right));
        if (in + out >= gap) {
            arrival = f.time(left) + gap * in / (in + out);
            departure = arrival;
        } else {
            arrival = f.time(left) + in;
            departure = f.time(right) - out;
        }
    }

    /** Whether the vehicle was elsewhere between two positions: then it did not serve what lies between them. */
    private boolean detour(int left, int right) {
        if (right - left - 1 > OUTLIERS) {
            return true;
        }
        for (int i = left + 1; i <= right; i++) {
            if (f.broken(i)) {
                return true;
            }
        }
        return false;
    }
}
