package org.weir.dashboard.measure;

import java.util.List;

/** The time that a way would take in free flow, by the choice of {@link Parameter#FREE_FLOW}. */
final class FreeFlow {
    /** 16 miles an hour, in metres a second. */
    private static final double FIXED = 16 * 1609.344 / 3600;

    /** The share of running times that the 95th percentile of speeds leaves below. */
    private static final double FASTEST = 0.05;

    /** With fewer, the fastest of a few would be free flow. */
    private static final int ENOUGH = 20;

    private static final List<Quantity> AGAINST_RUNNING = List.of(Quantity.RUNNING);
    private static final List<Quantity> AGAINST_SCHEDULE = List.of(Quantity.RUNNING, Quantity.SCHEDULED_TIME);

    private FreeFlow() {}

    /** Seconds for each run; NaN where it is not known. */
    static double seconds(Cell cell, Terms terms) {
        return switch (terms.choices().of(Parameter.FREE_FLOW)) {
            case "16mph" -> Running.metres(cell) / FIXED;
            case "schedule" -> cell.of(Quantity.SCHEDULED_TIME).mean();
            default -> {
                Histogram quiet = Running.of(terms.quiet());
                yield quiet.n() < ENOUGH ? Double.NaN : Running.seconds(cell, quiet.quantile(FASTEST));
            }
        };
    }

    /** How many runs a delay rests on. */
    static long n(Cell cell, Terms terms) {
        return cell.fewest(scheduled(terms) ? AGAINST_SCHEDULE : AGAINST_RUNNING);
    }

    private static boolean scheduled(Terms terms) {
        return terms.choices().of(Parameter.FREE_FLOW).equals("schedule");
    }

    /** Mean delay of each run, in seconds; below 0 where they are faster. */
    static double delay(Cell cell, Terms terms) {
        double taken = cell.of(Quantity.RUNNING).mean();
        if (scheduled(terms)) {
            taken += cell.of(Quantity.DWELL).total() / cell.of(Quantity.RUNNING).n();
        }
        return taken - seconds(cell, terms);
    }
}
