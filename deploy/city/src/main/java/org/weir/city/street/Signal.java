package org.weir.city.street;

/**
 * A signal with a fixed cycle and two phases: north–south first, then east–west.
 *
 * @param cycle seconds
 * @param offset seconds of the service day at which a cycle begins
 * @param northSouth seconds of green (with clearance) for streets that run north–south; the rest is for the others
 */
public record Signal(double cycle, double offset, double northSouth) {
    /** Seconds the given phase is green in each cycle. */
    public double green(boolean forNorthSouth) {
        return forNorthSouth ? northSouth : cycle - northSouth;
    }

    /** Seconds since the phase's newest green began; below {@link #green} it is green, else red. */
    public double sinceGreen(boolean forNorthSouth, double time) {
        double start = forNorthSouth ? offset : offset + northSouth;
        // The same as a floating remainder, which is many times as slow and asked for every bus and second.
        double since = time - start;
        return since - Math.floor(since / cycle) * cycle;
    }
}
