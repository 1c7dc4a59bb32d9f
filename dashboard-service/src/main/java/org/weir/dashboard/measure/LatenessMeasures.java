package org.weir.dashboard.measure;

import java.util.List;

/** How well the timetable is kept. */
final class LatenessMeasures {
    private LatenessMeasures() {}

    static List<Measure> all() {
        return List.of(
                new Measure.Formula(
                        new Definition(
                                "on-time",
                                "On time",
                                "departures (at last stops, arrivals) within the chosen window ÷ all with a scheduled"
                                        + " time; a window's later end is not in it",
                                "New York City Transit; MBTA, Service Delivery Policy; see the options",
                                "share",
                                List.of(Parameter.ON_TIME),
                                10),
                        LatenessMeasures::counted,
                        (c, t) -> onTime(c, t) / counted(c, t),
                        Measure.Interval.JACKKNIFE),
                percentile("lateness-p10", "Lateness, 10th percentile", 0.1, 10),
                percentile("lateness-p50", "Lateness, median", 0.5, 5),
                percentile("lateness-p90", "Lateness, 90th percentile", 0.9, 10));
    }

    private static Measure percentile(String id, String name, double share, int minimum) {
        return new Measure.Percentile(
                new Definition(
                        id,
                        name,
                        "percentile of observed − scheduled time; below 0 is early",
                        "TIDES (schedule deviation)",
                        "s",
                        List.of(),
                        minimum),
                Cell::lateness,
                share,
                false);
    }

    private static long counted(Cell cell, Terms terms) {
        boolean frequent = terms.choices().of(Parameter.ON_TIME).equals("frequent");
        return frequent ? cell.of(Quantity.HEADWAY_OVER).n() : cell.lateness().n();
    }

    private static double onTime(Cell cell, Terms terms) {
        return switch (terms.choices().of(Parameter.ON_TIME)) {
            case "frequent" -> cell.of(Quantity.HEADWAY_OVER).below(180);
            case "mbta" ->
                within(cell.of(Quantity.LATENESS_FIRST), 0, 180)
                        + within(cell.of(Quantity.LATENESS_BETWEEN), -60, 360)
                        + cell.of(Quantity.LATENESS_LAST).below(300);
            default -> within(cell.lateness(), -60, 300);
        };
    }

    private static double within(Histogram lateness, double from, double to) {
        return lateness.below(to) - lateness.below(from);
    }
}
