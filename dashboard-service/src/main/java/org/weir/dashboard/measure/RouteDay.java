package org.weir.dashboard.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.movement.TripRun;

/**
 * All that one service date of one route and direction gives, by place: made whole from the day's runs, in whatever
 * order these come, so that making it again changes nothing. A value belongs to the quarter hour in which it began to
 * be so: running time to the departure before it, a headway to the departure that ends it, a scheduled one to its
 * scheduled moment.
 *
 * @param sheets by place, in the places' order
 */
public record RouteDay(Map<Place, DaySheet> sheets) {
    private static final Comparator<TripRun> ORDER = Comparator.comparingDouble(RouteDay::begins)
            .thenComparing(run -> run.key().trip())
            .thenComparing(run -> run.key().vehicle());

    public static RouteDay of(ServedDay day) {
        Sheets sheets = new Sheets(day.begin());
        List<TripRun> runs = day.runs().stream().sorted(ORDER).toList();
        Timetable timetable = new Timetable(day);
        new ServiceCounts(day, timetable, sheets).add(runs);
        RunTimes times = new RunTimes(day, timetable, sheets);
        runs.forEach(times::add);
        new Headways(List.of(day)).addTo(sheets);
        return new RouteDay(sheets.build());
    }

    /**
     * Headways of several routes together, where they serve the same stops: what riders wait for who may take any.
     *
     * @param days of the same date, each of another route and direction
     * @return for each stop that more than one of them serves, headways only
     */
    public static Map<Place, DaySheet> combined(List<ServedDay> days) {
        Sheets sheets = new Sheets(days.get(0).begin());
        new Headways(days).addCombinedTo(sheets);
        return sheets.build();
    }

    private static double begins(TripRun run) {
        return run.visits().isEmpty() ? 0 : run.visits().get(0).departure();
    }
}
