package org.weir.dashboard.movement;

/**
 * How fast a vehicle goes where nothing holds it up, and how long it takes from there to a stand. What the road lets it
 * do is read from its own positions around: so no vehicle's figures depend on another's.
 */
final class Pace {
    /** Positions looked back at. */
    private static final int BACK = 6;

    /** Of speeds around, the one that three of four stay below: a bus in a street is held up more often than not. */
    private static final double OFTEN = 0.75;

    /** Nobody plans a bus below or above these, in metres a second. */
    private static final double SLOWEST = 4;

    private static final double FASTEST = 30;

    /** Where nothing around shows a pace. */
    private static final double USUAL = 8;

    /** Below this a reported speed tells of a queue or a stop and not of the road, in metres a second. */
    private static final double MOVING = 2;

    /** Comfortable for standing riders, in metres a second squared (TCQSM's typical service rates). */
    private static final double STARTING = 1.1;

    private static final double BRAKING = 1.25;

    private final double[] around = new double[64];

    /** Metres a second that it cruises at between two positions, by their indices. */
    double cruise(Fixes f, int from, int to) {
        int n = 0;
        int before = -1;
        int seen = 0;
        for (int i = to; i >= 0 && seen <= to - from + BACK && n < around.length - 1; i--) {
            if (!f.on(i)) {
                continue;
            }
            seen++;
            if (before >= 0) {
                double even = (f.smooth(before) - f.smooth(i)) / (double) (f.time(before) - f.time(i));
                n = even > MOVING ? insert(n, even) : n;
            }
            if (f.speed(i) > MOVING) {
                n = insert(n, f.speed(i));
            }
            before = i;
        }
        double often = n == 0 ? USUAL : around[Math.min(n - 1, (int) (n * OFTEN))];
        return Math.max(SLOWEST, Math.min(FASTEST, often));
    }

    private int insert(int n, double value) {
        int i = n;
        while (i > 0 && around[i - 1] > value) {
            around[i] = around[i - 1];
            i--;
        }
        around[i] = value;
        return n + 1;
    }

    /** Seconds to a stand so many metres on, from a speed (NaN where it is not known: from cruising). */
    static double toStand(double metres, double cruise, double speed) {
        return ride(metres, cruise, speed, STARTING, BRAKING);
    }

    /** Seconds from a stand to so many metres on, where it has a speed (NaN where it is not known: cruising). */
    static double fromStand(double metres, double cruise, double speed) {
        return ride(metres, cruise, speed, BRAKING, STARTING);
    }

    /** From a speed up to cruising and down to a stand; a start is the same with time turned round. */
    private static double ride(double metres, double cruise, double speed, double up, double down) {
        double v = Double.isNaN(speed) ? Math.min(cruise, Math.sqrt(2 * down * metres)) : speed;
        if (v > 0 && metres <= v * v / (2 * down)) {
            return 2 * metres / v;
        }
        double top = Math.min(Math.max(cruise, v), Math.sqrt((2 * metres * up * down + down * v * v) / (up + down)));
        double even = metres - (top * top - v * v) / (2 * up) - top * top / (2 * down);
        return (top - v) / up + top / down + Math.max(0, even) / Math.max(1, top);
    }
}
