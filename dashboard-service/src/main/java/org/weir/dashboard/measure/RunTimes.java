package org.weir.dashboard.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.StopPattern;

/** Adds what single runs tell: running, dwelling, trip times, lateness and riders, by stop, segment, corridor, area and route. */
final class RunTimes {
    private static final double KILOMETRE = 1000;

    private final ServedDay day;
    private final Timetable timetable;
    private final Sheets sheets;
    private final Map<StretchKey, List<Stretch>> stretches = new HashMap<>();

    private record StretchKey(String schedule, int pattern) {}

    RunTimes(ServedDay day, Timetable timetable, Sheets sheets) {
        this.day = day;
        this.timetable = timetable;
        this.sheets = sheets;
        for (Stretch stretch : day.stretches()) {
            stretches
                    .computeIfAbsent(new StretchKey(stretch.schedule(), stretch.pattern()), k -> new ArrayList<>())
                    .add(stretch);
        }
    }

    void add(TripRun run) {
        StopPattern pattern = day.patterns().find(run.schedule(), run.pattern());
        int last = Timetable.last(pattern);
        StopVisit before = null;
        for (StopVisit visit : run.visits()) {
            atStop(visit, last);
            if (before != null && visit.index() == before.index() + 1) {
                segment(before, visit, pattern, last);
            }
            before = visit;
        }
        if (pattern != null) {
            trip(run, pattern, last);
            for (Stretch stretch : stretches.getOrDefault(new StretchKey(run.schedule(), run.pattern()), List.of())) {
                through(run, pattern, stretch);
            }
        }
    }

    private void atStop(StopVisit visit, int last) {
        Place stop = Place.stop(visit.stop());
        boolean ends = visit.index() == last;
        double left = ends ? visit.arrival() : visit.departure();
        if (visit.index() > 0 && !ends) {
            sheets.at(stop, left).add(Quantity.DWELL, visit.dwell());
        }
        if (visit.scheduled() != StopVisit.UNSCHEDULED) {
            Quantity lateness = ends
                    ? Quantity.LATENESS_LAST
                    : visit.index() == 0 ? Quantity.LATENESS_FIRST : Quantity.LATENESS_BETWEEN;
            sheets.addWithRoute(stop, left, lateness, left - day.begin() - visit.scheduled());
        }
    }

    private void segment(StopVisit from, StopVisit to, StopPattern pattern, int last) {
        Cell.Builder cell = sheets.at(Place.segment(from.stop(), to.stop()), from.departure());
        cell.add(Quantity.RUNNING, to.arrival() - from.departure());
        if (to.index() != last) {
            cell.add(Quantity.DWELL, to.dwell());
        }
        if (from.scheduled() != StopVisit.UNSCHEDULED && to.scheduled() != StopVisit.UNSCHEDULED) {
            cell.add(Quantity.SCHEDULED_TIME, (double) to.scheduled() - from.scheduled());
        }
        if (pattern != null) {
            cell.add(Count.METRES, Math.round(pattern.at()[to.index()] - pattern.at()[from.index()]));
        }
        if (from.crowding() >= 0) {
            cell.add(Quantity.CROWDING, from.crowding());
            sheets.at(Place.ROUTE, from.departure()).add(Quantity.CROWDING, from.crowding());
        }
    }

    /** Of a trip that was seen from its first stop to its last. */
    private void trip(TripRun run, StopPattern pattern, int last) {
        List<StopVisit> visits = run.visits();
        if (visits.isEmpty()
                || visits.get(0).index() != 0
                || visits.get(visits.size() - 1).index() != last) {
            return;
        }
        StopVisit first = visits.get(0);
        StopVisit end = visits.get(visits.size() - 1);
        double dwell = 0;
        for (StopVisit visit : visits.subList(1, visits.size() - 1)) {
            dwell += visit.dwell();
        }
        double time = end.arrival() - first.departure();
        Cell.Builder cell = sheets.at(Place.ROUTE, first.departure());
        cell.add(Quantity.TRIP_TIME, time);
        way(cell, time, dwell, pattern.at()[last] - pattern.at()[0]);
        if (first.scheduled() != StopVisit.UNSCHEDULED && end.scheduled() != StopVisit.UNSCHEDULED) {
            cell.add(Quantity.SCHEDULED_TIME, (double) end.scheduled() - first.scheduled());
        }
    }

    private void through(TripRun run, StopPattern pattern, Stretch stretch) {
        double enters = Way.leaves(run.knots(), stretch.from());
        double exits = Way.reaches(run.knots(), stretch.to());
        if (!(exits > enters)) {
            return;
        }
        double dwell = 0;
        int riders = StopVisit.UNKNOWN;
        for (StopVisit visit : run.visits()) {
            double at = pattern.at()[visit.index()];
            if (at > stretch.from() && at < stretch.to()) {
                dwell += visit.dwell();
            }
            riders = at < stretch.to() && visit.crowding() >= 0 ? visit.crowding() : riders;
        }
        Cell.Builder cell = sheets.at(stretch.place(), enters);
        way(cell, exits - enters, Math.min(dwell, exits - enters), stretch.to() - stretch.from());
        ScheduledTrip scheduled = timetable.of(run);
        if (scheduled != null && scheduled.departs().length == pattern.at().length) {
            double in = Way.along(pattern.at(), scheduled.departs(), stretch.from());
            double out = Way.along(pattern.at(), scheduled.departs(), stretch.to());
            cell.add(Quantity.SCHEDULED_TIME, out - in);
        }
        if (riders >= 0) {
            cell.add(Quantity.CROWDING, riders);
        }
    }

    /** Running and dwelling together are the time as it is kept, to the unit. */
    private static void way(Cell.Builder cell, double time, double dwell, double metres) {
        long whole = Quantity.TRIP_TIME.units(time);
        long standing = Math.min(whole, Quantity.DWELL.units(dwell));
        cell.tally(Quantity.DWELL).addUnits(standing);
        cell.tally(Quantity.RUNNING).addUnits(whole - standing);
        cell.add(Count.METRES, Math.round(metres));
        if (metres > 0) {
            cell.add(Quantity.PACE, Quantity.RUNNING.value(whole - standing) / metres * KILOMETRE);
        }
    }
}
