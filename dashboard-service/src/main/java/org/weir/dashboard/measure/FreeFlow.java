package org.weir.dashboard.measure;

/** The time that a way would take in free flow, by the choice of {@link Parameter#FREE_FLOW}. */
final class FreeFlow {
    /** 16 miles an hour, in metres a second. */
    private static final double FIXED = 16 * 1609.344 / 3600;

    /** The share of running times that the 95th percentile of speeds leaves below. */
    private static final double FASTEST = 0.05;

    /** With fewer, the fastest of a few would be free flow. */
    private static final int ENOUGH = 20;

    private FreeFlow() {}

    /** Seconds for each run; NaN where it is not known. */
    static double seconds(Cell cell, Terms terms) {
        return switch (terms.choices().of(Parameter.FREE_FLOW)) {
            case "16mph" -> metres(cell) / FIXED;
            case "schedule" -> cell.of(Quantity.SCHEDULED_TIME).mean();
            default -> {
                Histogram quiet = terms.quiet().of(Quantity.RUNNING);
                yield quiet.n() < ENOUGH ? Double.NaN : quiet.quantile(FASTEST);
            }
        };
    }

    /** Mean delay of each run, in seconds; below 0 where they are faster. */
    static double delay(Cell cell, Terms terms) {
        double taken = cell.of(Quantity.RUNNING).mean();
        if (terms.choices().of(Parameter.FREE_FLOW).equals("schedule")) {
            taken += cell.of(Quantity.DWELL).total() / cell.of(Quantity.RUNNING).n();
        }
        return taken - seconds(cell, terms);
    }

    /** Mean length of the way, in metres; NaN where it is not known. */
    static double metres(Cell cell) {
        long metres = cell.count(Count.METRES);
        return metres == 0
                ? Double.NaN
                : (double) metres / cell.of(Quantity.RUNNING).n();
    }
}
