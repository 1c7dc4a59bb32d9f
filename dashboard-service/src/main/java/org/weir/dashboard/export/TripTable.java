package org.weir.dashboard.export;

import java.io.IOException;
import java.util.List;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Route;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;

/**
 * TIDES {@code trips_performed}, and behind its columns our own: how the trip is known and how surely, how many stops
 * were seen, and how many positions that came late have changed it.
 */
public final class TripTable implements RunTable {
    private static final List<Column> COLUMNS = List.of(
            Column.date("service_date"),
            Column.text("trip_id_performed"),
            Column.text("vehicle_id"),
            Column.text("trip_id_scheduled"),
            Column.text("route_id"),
            Column.text("route_type"),
            Column.text("shape_id"),
            Column.text("pattern_id"),
            Column.whole("direction_id"),
            Column.text("block_id"),
            Column.text("trip_start_stop_id"),
            Column.text("trip_end_stop_id"),
            Column.time("schedule_trip_start"),
            Column.time("schedule_trip_end"),
            Column.time("actual_trip_start"),
            Column.time("actual_trip_end"),
            Column.text("trip_type"),
            Column.text("schedule_relationship"),
            Column.text("assignment"),
            Column.number("assignment_sure"),
            Column.whole("stops_visited"),
            Column.whole("revision"));
    private static final String[] HOWS = StopVisitTable.words(Assignment.How.values());

    private final Performed performed;

    public TripTable(Performed performed) {
        this.performed = performed;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void add(TripRun run, Rows to) throws IOException {
        StopPattern pattern = performed.pattern(run);
        Trip trip = performed.trip(run);
        boolean timed = trip != null && trip.timed();
        int last = pattern == null ? -1 : pattern.stops().size() - 1;
        boolean matched = run.assignment().how() != Assignment.How.PATTERN_ONLY;
        to.add(
                null,
                run.key().date(),
                Performed.id(run),
                run.key().vehicle(),
                performed.scheduledId(run),
                run.route(),
                type(run),
                pattern == null ? null : pattern.shape().id(),
                Performed.patternId(run),
                (long) run.direction(),
                trip == null ? null : trip.block(),
                pattern == null ? null : pattern.stops().get(0).id(),
                pattern == null ? null : pattern.stops().get(last).id(),
                timed ? (Long) performed.moment(run.key().date(), trip.start()) : null,
                timed ? (Long) performed.moment(run.key().date(), trip.end()) : null,
                start(run),
                end(run, last),
                "In service",
                matched ? "Scheduled" : "Unscheduled",
                HOWS[run.assignment().how().ordinal()],
                Math.round(run.assignment().sure() * 100) / 100.0,
                (long) run.visits().size(),
                (long) run.revision());
    }

    /** When it left its origin; null where it was not seen there. */
    private static Long start(TripRun run) {
        StopVisit first = run.visits().isEmpty() ? null : run.visits().get(0);
        return first == null || first.index() != 0 ? null : (Long) Math.round(first.departure());
    }

    /** When it came to its destination; null where it has not been seen there. */
    private static Long end(TripRun run, int last) {
        StopVisit visit =
                run.visits().isEmpty() ? null : run.visits().get(run.visits().size() - 1);
        return visit == null || visit.index() != last ? null : (Long) Math.round(visit.arrival());
    }

    /** In TIDES's words for GTFS's numbers; null for those it has none for. */
    private String type(TripRun run) {
        Schedule schedule = performed.schedule(run);
        Route route = schedule == null ? null : schedule.content().routes().get(run.route());
        return route == null
                ? null
                : switch (route.type()) {
                    case 0 -> "Tram / Streetcar / Light rail";
                    case 1 -> "Subway / Metro";
                    case 2 -> "Rail";
                    case 3 -> "Bus";
                    case 4 -> "Ferry";
                    case 5 -> "Cable tram";
                    case 6 -> "Aerial lift";
                    case 7 -> "Funicular";
                    case 11 -> "Trolleybus";
                    case 12 -> "Monorail";
                    default -> null;
                };
    }
}
