package org.weir.dashboard.measure;

/**
 * How long running takes, so that ways compare. From stop to stop they are as long as each other, and times do. Trips of
 * a route, and ways through a corridor or an area, are not: there times for a kilometre compare, and are told for the
 * mean way, so that a short trip is no fast one.
 */
final class Running {
    private static final double KILOMETRE = 1000;

    private Running() {}

    /** What compares: times for a kilometre, or times. */
    static Histogram of(Cell cell) {
        return cell.of(cell.has(Quantity.PACE) ? Quantity.PACE : Quantity.RUNNING);
    }

    /** Seconds of the mean way, of what {@link #of} has so much of; NaN where that is not known. */
    static double seconds(Cell cell, double compared) {
        return cell.has(Quantity.PACE) ? compared * metres(cell) / KILOMETRE : compared;
    }

    /** Seconds of the mean way, at a share of all runs; NaN where there is none. */
    static double quantile(Cell cell, double share) {
        return seconds(cell, of(cell).quantile(share));
    }

    /** Metres a second, at a share of all times: the lower the faster. */
    static double speed(Cell cell, double share) {
        return metres(cell) / quantile(cell, share);
    }

    /** Mean length of the way, in metres; NaN where it is not known. */
    static double metres(Cell cell) {
        long metres = cell.count(Count.METRES);
        return metres == 0
                ? Double.NaN
                : (double) metres / cell.of(Quantity.RUNNING).n();
    }
}
