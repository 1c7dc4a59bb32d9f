package org.weir.city.sim;

/** How a bus starts and brakes, in steps of one second. Metres, seconds. */
final class Motion {
    static final double ACCELERATION = 1.1;
    static final double BRAKING = 1.25;
    /** No step is harder than this, whatever appears in front: a rider standing in the aisle stays on their feet. */
    static final double HARDEST_BRAKING = 3.0;

    private Motion() {}

    /**
     * The highest speed after one more second from which {@code end} can still be reached within {@code distance}:
     * (w² − end²) / 2b = distance − (v + w) / 2, solved for w.
     */
    static double towards(double distance, double speed, double end) {
        double rest = distance - speed / 2;
        double under = BRAKING * BRAKING / 4 + 2 * BRAKING * rest + end * end;
        return under <= 0 ? 0 : Math.max(0, -BRAKING / 2 + Math.sqrt(under));
    }

    /** True where a bus can still halt within the distance, braking harder than it likes to. */
    static boolean canHalt(double distance, double speed) {
        return speed * speed / (2 * 2.2) <= distance;
    }
}
