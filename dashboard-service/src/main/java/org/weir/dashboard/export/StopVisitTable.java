package org.weir.dashboard.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.ServiceDate;

/**
 * TIDES {@code stop_visits}, and behind its columns our own: the stop's number in the pattern from 1, riders in per cent
 * of seats, how the visit was found, and the seconds between the positions it was reckoned from.
 */
public final class StopVisitTable implements RunTable {
    private static final List<Column> COLUMNS = List.of(
            Column.date("service_date"),
            Column.text("trip_id_performed"),
            Column.whole("trip_stop_sequence"),
            Column.text("pattern_id"),
            Column.text("vehicle_id"),
            Column.whole("dwell"),
            Column.text("stop_id"),
            Column.time("schedule_departure_time"),
            Column.time("actual_arrival_time"),
            Column.time("actual_departure_time"),
            Column.whole("stop_index"),
            Column.whole("occupancy_percent"),
            Column.text("quality"),
            Column.number("gap_seconds"));
    private static final String[] QUALITIES = words(StopVisit.Quality.values());

    private final Performed performed;

    public StopVisitTable(Performed performed) {
        this.performed = performed;
    }

    static String[] words(Enum<?>[] constants) {
        String[] words = new String[constants.length];
        for (Enum<?> each : constants) {
            words[each.ordinal()] = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return words;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void add(TripRun run, Rows to) throws IOException {
        String id = Performed.id(run);
        String pattern = Performed.patternId(run);
        long begin = ServiceDate.begin(run.key().date(), performed.zone());
        long sequence = 1;
        for (StopVisit visit : run.visits()) {
            boolean scheduled = visit.scheduled() != StopVisit.UNSCHEDULED;
            to.add(
                    null,
                    run.key().date(),
                    id,
                    sequence++,
                    pattern,
                    run.key().vehicle(),
                    Math.round(visit.dwell()),
                    visit.stop(),
                    scheduled ? (Long) (begin + visit.scheduled()) : null,
                    Math.round(visit.arrival()),
                    Math.round(visit.departure()),
                    visit.index() + 1L,
                    visit.crowding() == StopVisit.UNKNOWN ? null : (Long) (long) visit.crowding(),
                    QUALITIES[visit.quality().ordinal()],
                    Math.round(visit.gap() * 10) / 10.0);
        }
    }
}
