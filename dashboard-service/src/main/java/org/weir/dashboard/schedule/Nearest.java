package org.weir.dashboard.schedule;

/**
 * Where a search along a line ended; {@link Polyline#nearest(double, double, double, double, Nearest)} writes it. Made once
 * for a vehicle or a thread and used again and again.
 */
public final class Nearest {
    double at;
    double away;
    int segment;

    /** Metres along the line. */
    public double at() {
        return at;
    }

    /** Metres from the place to it. */
    public double away() {
        return away;
    }

    /** The line's segment, counted from 0: a hint for the next search on the same line. */
    public int segment() {
        return segment;
    }

    /** Says where the next search may begin; what it finds does not depend on it. */
    public void hint(int guess) {
        segment = guess;
    }
}
