package org.weir.dashboard.rank;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What stands beside a place in the ranking.
 *
 * @param buses that passed in all days together, in the hours that count: the figures' n
 * @param crowding riders in per cent of seats in the mean of passes that told it; NaN where none did
 * @param completeness trips of its routes that were seen, of those that were to run; NaN where none were
 * @param ownDelay seconds a mean day that running takes on its streets beyond their own free flow; NaN where that is not
 *     known, and of a place that is of no streets
 * @param fixedDelay beyond 16 miles an hour, likewise
 * @param scheduleDelay beyond the timetable, standing included; passes without a timetable do not count
 */
public record Facts(
        double buses, double crowding, double completeness, double ownDelay, double fixedDelay, double scheduleDelay) {
    /** 16 miles an hour, metres a second. */
    private static final double FIXED = 7.1526;

    public static Facts of(Finding finding, Evidence evidence, Layout layout, Asked asked) {
        int days = evidence.days().size();
        double[] sums = new double[5];
        for (String id : finding.where().streets()) {
            StreetTimes times = evidence.street(id);
            if (times != null) {
                sum(times, layout.street(id).metres(), asked, sums);
            }
        }
        boolean streets = !finding.where().streets().isEmpty();
        return new Facts(
                finding.buses().mean() * days,
                sums[4] == 0 ? Double.NaN : sums[3] / sums[4],
                completeness(finding.where().routes(), evidence),
                streets ? sums[0] / days : Double.NaN,
                streets ? sums[1] / days : Double.NaN,
                streets ? sums[2] / days : Double.NaN);
    }

    /** Adds delay against own free flow, 16 mph and the timetable, then crowding and how many told it. */
    private static void sum(StreetTimes times, double metres, Asked asked, double[] to) {
        double free = metres / times.free();
        for (int hour = 0; hour < Hours.ALL; hour++) {
            if (asked.hour(hour)) {
                double running = 0;
                for (int tenths : times.running[hour]) {
                    running += tenths / 10.0;
                }
                to[0] += running - times.passes[hour] * free;
                to[1] += running - times.passes[hour] * metres / FIXED;
                to[2] += times.against[hour] / 10.0 - times.scheduled[hour];
                to[3] += times.crowding[hour];
                to[4] += times.counted[hour];
            }
        }
    }

    private static double completeness(Collection<LineKey> lines, Evidence evidence) {
        List<LineTrips> trips =
                lines.stream().map(evidence::line).filter(Objects::nonNull).toList();
        int scheduled = trips.stream().mapToInt(t -> t.scheduled).sum();
        return scheduled == 0
                ? Double.NaN
                : trips.stream().mapToInt(t -> t.observed).sum() / (double) scheduled;
    }
}
