package org.weir.dashboard.measure;

import java.util.List;
import java.util.function.ToLongBiFunction;

/** What riders meet who come without a timetable. */
final class HeadwayMeasures {
    private static final String TCQSM = "Transit Capacity and Quality of Service Manual";

    /** Five buses an hour: below that riders look at the timetable. Seconds. */
    private static final double FREQUENT = 720;

    /** Told with its grade. */
    static final Measure REGULARITY = formula(
            "headway-regularity",
            "Headway regularity",
            "standard deviation (of all headways, as a population) ÷ mean; grades A ≤ 0.21, B ≤ 0.30,"
                    + " C ≤ 0.39, D ≤ 0.52, E ≤ 0.74, F above",
            TCQSM,
            "1",
            10,
            (c, t) ->
                    c.of(Quantity.HEADWAY).deviation() / c.of(Quantity.HEADWAY).mean());

    private HeadwayMeasures() {}

    static List<Measure> all() {
        return List.of(
                formula(
                        "headway",
                        "Mean headway",
                        "Σh / n, from departure to departure at a stop",
                        TCQSM,
                        "s",
                        5,
                        (c, t) -> c.of(Quantity.HEADWAY).mean()),
                formula(
                        "average-wait",
                        "Average wait",
                        "Σh² / (2 Σh)",
                        TCQSM,
                        "s",
                        5,
                        (c, t) -> wait(c.of(Quantity.HEADWAY))),
                formula(
                        "scheduled-wait",
                        "Scheduled wait",
                        "Σh² / (2 Σh) of scheduled headways",
                        "Transport for London",
                        "s",
                        5,
                        List.of(Quantity.SCHEDULED_HEADWAY),
                        (c, t) -> wait(c.of(Quantity.SCHEDULED_HEADWAY))),
                formula(
                        "excess-wait",
                        "Excess wait (EWT)",
                        "average wait − scheduled wait, where 5 buses an hour or more are scheduled",
                        "Transport for London",
                        "s",
                        5,
                        List.of(Quantity.HEADWAY, Quantity.SCHEDULED_HEADWAY),
                        (c, t) -> excess(c)),
                waitPercentile("wait-p10", "Wait, 10th percentile", 0.1),
                waitPercentile("wait-p50", "Wait, median", 0.5),
                waitPercentile("wait-p90", "Wait, 90th percentile", 0.9),
                REGULARITY,
                share(
                        "bunched",
                        "Bunched",
                        "headways below the chosen threshold ÷ all headways (those with a scheduled one, where it is"
                                + " held against that)",
                        "New York City; TransitMatters; see the options",
                        List.of(Parameter.BUNCHING),
                        HeadwayMeasures::bunchedOf,
                        (c, t) -> bunched(c, t) / bunchedOf(c, t)),
                share(
                        "big-gap",
                        "Big gaps",
                        "headways of 1.5 × the scheduled one or more ÷ all headways with a scheduled one",
                        "MBTA",
                        List.of(),
                        (c, t) -> c.of(Quantity.HEADWAY_RATIO).n(),
                        (c, t) -> 1
                                - c.of(Quantity.HEADWAY_RATIO).below(1.5)
                                        / c.of(Quantity.HEADWAY_RATIO).n()));
    }

    private static double wait(Histogram headways) {
        return headways.totalOfSquares() / (2 * headways.total());
    }

    private static double excess(Cell cell) {
        Histogram scheduled = cell.of(Quantity.SCHEDULED_HEADWAY);
        return scheduled.mean() <= FREQUENT ? wait(cell.of(Quantity.HEADWAY)) - wait(scheduled) : Double.NaN;
    }

    private static double bunched(Cell cell, Terms terms) {
        return switch (terms.choices().of(Parameter.BUNCHING)) {
            case "half" -> cell.of(Quantity.HEADWAY_RATIO).below(0.5);
            case "two-minutes" -> cell.of(Quantity.HEADWAY).below(120);
            default -> cell.of(Quantity.HEADWAY_RATIO).below(0.25);
        };
    }

    private static long bunchedOf(Cell cell, Terms terms) {
        boolean plain = terms.choices().of(Parameter.BUNCHING).equals("two-minutes");
        return cell.of(plain ? Quantity.HEADWAY : Quantity.HEADWAY_RATIO).n();
    }

    private static Measure waitPercentile(String id, String name, double share) {
        return formula(
                id,
                name,
                "the wait w that a share of riders who come at random does not exceed: Σ min(h, w) / Σ h = share;"
                        + " headways to 15 s",
                "exact distribution under random arrivals; its mean is the average wait",
                "s",
                10,
                (c, t) -> Waits.of(c.of(Quantity.HEADWAY)).quantile(share));
    }

    private static Measure formula(
            String id, String name, String formula, String source, String unit, int minimum, Measure.Value value) {
        return formula(id, name, formula, source, unit, minimum, List.of(Quantity.HEADWAY), value);
    }

    private static Measure formula(
            String id,
            String name,
            String formula,
            String source,
            String unit,
            int minimum,
            List<Quantity> counted,
            Measure.Value value) {
        return new Measure.Formula(
                new Definition(id, name, formula, source, unit, List.of(), minimum),
                (c, t) -> c.fewest(counted),
                value,
                Measure.Interval.JACKKNIFE);
    }

    private static Measure share(
            String id,
            String name,
            String formula,
            String source,
            List<Parameter> parameters,
            ToLongBiFunction<Cell, Terms> counted,
            Measure.Value value) {
        return new Measure.Formula(
                new Definition(id, name, formula, source, "share", parameters, 10),
                counted,
                value,
                Measure.Interval.JACKKNIFE);
    }
}
