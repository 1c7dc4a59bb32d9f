package org.weir.dashboard.measure;

import java.util.List;

/** Running, dwelling, speed, and how much these vary. At a route, of whole trips. */
final class TimeMeasures {
    /** The share of runs that next to nothing held up. */
    private static final double FIXED = 0.1;

    private static final String SPLIT = "Weir: the 10th percentile of running stands for a run that nothing held up;"
            + " the three add up to the mean time";

    private static final String BY_KILOMETRE = "; at a route, corridor or area, by the kilometre";
    private static final String OF_A_MEAN_WAY = BY_KILOMETRE + " times its mean length";

    private TimeMeasures() {}

    static List<Measure> all() {
        return List.of(
                formula(
                        "fixed-time",
                        "Run time, fixed part",
                        "10th percentile of running time" + OF_A_MEAN_WAY,
                        SPLIT,
                        "s",
                        10,
                        Measure.Interval.BOOTSTRAP,
                        (c, t) -> fixed(c)),
                formula(
                        "variable-time",
                        "Run time, variable part",
                        "mean running time − fixed part",
                        SPLIT,
                        "s",
                        10,
                        Measure.Interval.BOOTSTRAP,
                        (c, t) -> c.of(Quantity.RUNNING).mean() - fixed(c)),
                formula(
                        "dwell-time",
                        "Run time, dwelling",
                        "Σ dwelling / runs",
                        SPLIT,
                        "s",
                        5,
                        Measure.Interval.JACKKNIFE,
                        List.of(Quantity.RUNNING, Quantity.DWELL),
                        (c, t) -> c.of(Quantity.DWELL).total()
                                / c.of(Quantity.RUNNING).n()),
                percentile("dwell-p50", "Dwelling at a stop, median", Quantity.DWELL, 0.5, 5),
                percentile("dwell-p90", "Dwelling at a stop, 90th percentile", Quantity.DWELL, 0.9, 10),
                percentile("trip-time-p50", "Trip time, median", Quantity.TRIP_TIME, 0.5, 5),
                percentile("trip-time-p90", "Trip time, 90th percentile", Quantity.TRIP_TIME, 0.9, 10),
                formula(
                        "speed",
                        "Speed",
                        "Σ metres / Σ (running + dwelling)",
                        "Transit Capacity and Quality of Service Manual (average travel speed)",
                        "m/s",
                        5,
                        Measure.Interval.JACKKNIFE,
                        (c, t) -> Running.metres(c)
                                / (c.of(Quantity.RUNNING).mean()
                                        + c.of(Quantity.DWELL).total()
                                                / c.of(Quantity.RUNNING).n())),
                formula(
                        "running-speed",
                        "Running speed",
                        "Σ metres / Σ running, from leaving a stop to coming to the next: without the time at stops",
                        "Transit Capacity and Quality of Service Manual (running time and dwell time apart)",
                        "m/s",
                        5,
                        Measure.Interval.JACKKNIFE,
                        (c, t) -> Running.metres(c) / c.of(Quantity.RUNNING).mean()),
                speed("speed-p10", "Running speed, 10th percentile", 0.1, 10),
                speed("speed-p50", "Running speed, median", 0.5, 5),
                speed("speed-p90", "Running speed, 90th percentile", 0.9, 10),
                formula(
                        "variability",
                        "Variability of running time",
                        "80th percentile / 20th percentile of running time" + BY_KILOMETRE,
                        "Cal-ITP",
                        "1",
                        10,
                        Measure.Interval.BOOTSTRAP,
                        (c, t) -> Running.quantile(c, 0.8) / Running.quantile(c, 0.2)),
                formula(
                        "spread",
                        "Spread of running time",
                        "90th percentile − median of running time" + OF_A_MEAN_WAY,
                        "Cal-ITP",
                        "s",
                        10,
                        Measure.Interval.BOOTSTRAP,
                        (c, t) -> Running.quantile(c, 0.9) - Running.quantile(c, 0.5)));
    }

    private static double fixed(Cell cell) {
        return Running.quantile(cell, FIXED);
    }

    private static Measure formula(
            String id,
            String name,
            String formula,
            String source,
            String unit,
            int minimum,
            Measure.Interval interval,
            Measure.Value value) {
        return formula(id, name, formula, source, unit, minimum, interval, List.of(Quantity.RUNNING), value);
    }

    private static Measure formula(
            String id,
            String name,
            String formula,
            String source,
            String unit,
            int minimum,
            Measure.Interval interval,
            List<Quantity> counted,
            Measure.Value value) {
        return new Measure.Formula(
                new Definition(id, name, formula, source, unit, List.of(), minimum),
                (c, t) -> c.fewest(counted),
                value,
                interval);
    }

    private static Measure percentile(String id, String name, Quantity quantity, double share, int minimum) {
        return new Measure.Percentile(
                new Definition(
                        id,
                        name,
                        "percentile, to 0.5 s or 2.5%",
                        "TIDES (dwell and trip times)",
                        "s",
                        List.of(),
                        minimum),
                cell -> cell.of(quantity),
                share,
                false);
    }

    private static Measure speed(String id, String name, double share, int minimum) {
        return new Measure.Percentile(
                new Definition(
                        id,
                        name,
                        "percentile of metres / running time, dwelling apart, to 2.5%",
                        "Cal-ITP",
                        "m/s",
                        List.of(),
                        minimum),
                Running::of,
                share,
                true);
    }
}
