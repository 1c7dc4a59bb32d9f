package org.weir.dashboard.measure;

import java.util.List;
import java.util.function.ToLongBiFunction;

/** Time lost on the way, stops apart, at a segment, corridor, area or route. */
final class DelayMeasures {
    private static final double MILE = 1609.344;
    private static final String SOURCE =
            "LA Metro; City of Boston; free flow as users of Cal-ITP's speed maps ask for it";

    private DelayMeasures() {}

    static List<Measure> all() {
        return List.of(
                of(
                        "delay",
                        "Delay of a bus",
                        "Σ(running time − free-flow time) / n; below 0 where buses are faster",
                        "s",
                        List.of(Parameter.FREE_FLOW),
                        Measure.Interval.JACKKNIFE,
                        FreeFlow::n,
                        FreeFlow::delay),
                of(
                        "delay-per-mile",
                        "Delay per mile",
                        "delay of a bus / the way's length",
                        "s/mile",
                        List.of(Parameter.FREE_FLOW),
                        Measure.Interval.JACKKNIFE,
                        FreeFlow::n,
                        (c, t) -> FreeFlow.delay(c, t) / Running.metres(c) * MILE),
                of(
                        "delay-per-hour",
                        "Delay per hour of the day",
                        "Σ(running time − free-flow time) of all buses / hours of the period",
                        "s/h",
                        List.of(Parameter.FREE_FLOW),
                        Measure.Interval.JACKKNIFE_BY_CLOCK,
                        FreeFlow::n,
                        DelayMeasures::perHour),
                of(
                        "rider-delay-per-hour",
                        "Riders' delay per hour of the day",
                        "delay per hour × mean riders on board, these being crowding × seats, where the feed says"
                                + " crowding",
                        "rider s/h",
                        List.of(Parameter.FREE_FLOW, Parameter.SEATS),
                        Measure.Interval.JACKKNIFE_BY_CLOCK,
                        (c, t) -> Math.min(
                                FreeFlow.n(c, t), c.of(Quantity.CROWDING).n()),
                        (c, t) -> perHour(c, t) * riders(c, t)),
                new Measure.Formula(
                        new Definition(
                                "riders",
                                "Riders on board",
                                "mean crowding (share of seats, as the feed says it) × seats of a bus",
                                "GTFS-Realtime occupancy",
                                "riders",
                                List.of(Parameter.SEATS),
                                5),
                        (c, t) -> c.of(Quantity.CROWDING).n(),
                        DelayMeasures::riders,
                        Measure.Interval.JACKKNIFE));
    }

    private static double perHour(Cell cell, Terms terms) {
        return FreeFlow.delay(cell, terms) * cell.of(Quantity.RUNNING).n() / terms.hours();
    }

    private static double riders(Cell cell, Terms terms) {
        return cell.of(Quantity.CROWDING).mean() / 100 * terms.choices().number(Parameter.SEATS);
    }

    private static Measure of(
            String id,
            String name,
            String formula,
            String unit,
            List<Parameter> parameters,
            Measure.Interval interval,
            ToLongBiFunction<Cell, Terms> counted,
            Measure.Value value) {
        return new Measure.Formula(
                new Definition(id, name, formula, SOURCE, unit, parameters, 5), counted, value, interval);
    }
}
