package org.weir.dashboard.measure;

import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;

/**
 * Counts what should run and what was seen of it. A scheduled trip that nobody saw is missing; a run on no scheduled
 * trip, or the second one on the same, is counted apart and never makes up for one that is missing.
 */
final class ServiceCounts {
    /** Who was seen at one stop only may have been taken for another. */
    private static final int SEEN = 2;

    private final ServedDay day;
    private final Timetable timetable;
    private final Sheets sheets;
    /** By scheduled trip, which of its stops were seen. */
    private final Map<ScheduledTrip, BitSet> seen = new IdentityHashMap<>();

    private final Set<ScheduledTrip> served = Collections.newSetFromMap(new IdentityHashMap<>());

    ServiceCounts(ServedDay day, Timetable timetable, Sheets sheets) {
        this.day = day;
        this.timetable = timetable;
        this.sheets = sheets;
    }

    void add(List<TripRun> runs) {
        day.scheduled().forEach(this::plan);
        runs.forEach(this::serve);
        seen.forEach(this::segments);
    }

    private void plan(ScheduledTrip trip) {
        if (trip.stops().isEmpty()) {
            return;
        }
        sheets.at(Place.ROUTE, trip.departs()[0]).add(Count.SCHEDULED, 1);
        for (int i = 0; i < trip.departs().length; i++) {
            String stop = trip.stops().get(i);
            sheets.at(Place.stop(stop), trip.departs()[i]).add(Count.SCHEDULED, 1);
            if (i > 0) {
                sheets.at(Place.segment(trip.stops().get(i - 1), stop), trip.departs()[i - 1])
                        .add(Count.SCHEDULED, 1);
            }
        }
    }

    private void serve(TripRun run) {
        ScheduledTrip trip = timetable.of(run);
        if (run.visits().size() >= SEEN) {
            if (trip != null && served.add(trip)) {
                sheets.at(Place.ROUTE, trip.departs()[0]).add(Count.SERVED, 1);
            } else {
                sheets.at(Place.ROUTE, run.visits().get(0).departure()).add(Count.UNSCHEDULED, 1);
            }
        }
        for (StopVisit visit : run.visits()) {
            boolean planned = trip != null
                    && visit.index() < trip.stops().size()
                    && trip.stops().get(visit.index()).equals(visit.stop());
            Place stop = Place.stop(visit.stop());
            if (planned && !stops(trip).get(visit.index())) {
                stops(trip).set(visit.index());
                sheets.at(stop, trip.departs()[visit.index()]).add(Count.SERVED, 1);
            } else {
                sheets.at(stop, visit.departure()).add(Count.UNSCHEDULED, 1);
            }
        }
    }

    private void segments(ScheduledTrip trip, BitSet stops) {
        for (int i = 1; i < trip.stops().size(); i++) {
            if (stops.get(i - 1) && stops.get(i)) {
                Place segment =
                        Place.segment(trip.stops().get(i - 1), trip.stops().get(i));
                sheets.at(segment, trip.departs()[i - 1]).add(Count.SERVED, 1);
            }
        }
    }

    private BitSet stops(ScheduledTrip trip) {
        return seen.computeIfAbsent(trip, t -> new BitSet());
    }
}
