package org.weir.dashboard.measure;

import java.util.List;

/** How much of the timetable ran. */
final class ServiceMeasures {
    private ServiceMeasures() {}

    static List<Measure> all() {
        return List.of(
                of(
                        "completeness",
                        "Service seen",
                        "scheduled trips (at a stop, calls) that were seen ÷ scheduled; a trip is seen at two stops or"
                                + " more",
                        (c, t) -> (double) c.count(Count.SERVED) / c.count(Count.SCHEDULED)),
                of(
                        "missing",
                        "Missing trips",
                        "scheduled trips that nobody saw ÷ scheduled, without those of times in which the whole feed"
                                + " said nothing: cancelled, or not reporting",
                        (c, t) -> missing(c)),
                of(
                        "unknown",
                        "Trips nobody can tell of",
                        "scheduled trips that nobody saw, of times in which the whole feed said nothing, ÷ scheduled",
                        (c, t) -> (double) c.count(Count.UNKNOWN) / c.count(Count.SCHEDULED)),
                of(
                        "unscheduled",
                        "Unscheduled runs",
                        "runs on no scheduled trip, or the second on one, ÷ scheduled trips",
                        (c, t) -> (double) c.count(Count.UNSCHEDULED) / c.count(Count.SCHEDULED)));
    }

    private static double missing(Cell cell) {
        long told = cell.count(Count.SCHEDULED) - cell.count(Count.UNKNOWN);
        return 1 - (double) cell.count(Count.SERVED) / told;
    }

    private static Measure of(String id, String name, String formula, Measure.Value value) {
        return new Measure.Formula(
                new Definition(id, name, formula, "TIDES (trips performed against scheduled)", "share", List.of(), 1),
                (c, t) -> c.count(Count.SCHEDULED),
                value,
                Measure.Interval.JACKKNIFE);
    }
}
