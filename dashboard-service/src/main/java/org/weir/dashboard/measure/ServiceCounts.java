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
 * Counts what should run and what was seen of it. A scheduled trip that nobody saw is missing, unless the feed said
 * nothing during half of its calls or more; a run on no scheduled trip, or the second one on the same, is counted apart
 * and never makes up for one that is missing. What is still to come on a day that goes on is not
 * counted, not even where a bus came early: else only those that come would be.
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
        if (!day.silences().isEmpty()) {
            day.scheduled().forEach(this::unknown);
        }
    }

    private void unknown(ScheduledTrip trip) {
        BitSet stops = seen.getOrDefault(trip, new BitSet());
        int silent = 0;
        for (int i = 0; i < trip.departs().length; i++) {
            boolean before = i > 0 && silent(trip.departs()[i - 1]);
            boolean here = silent(trip.departs()[i]);
            silent += here ? 1 : 0;
            if (here && !stops.get(i)) {
                stop(trip, i, Count.UNKNOWN);
            }
            if (i > 0 && (here || before) && !(stops.get(i - 1) && stops.get(i))) {
                segment(trip, i, Count.UNKNOWN);
            }
        }
        if (silent > 0 && 2 * silent >= trip.departs().length && !served.contains(trip)) {
            trip(trip, Count.UNKNOWN);
        }
    }

    private boolean silent(double moment) {
        for (Silence silence : day.silences()) {
            if (silence.covers(moment)) {
                return true;
            }
        }
        return false;
    }

    private void plan(ScheduledTrip trip) {
        if (trip.stops().isEmpty()) {
            return;
        }
        trip(trip, Count.SCHEDULED);
        for (int i = 0; i < trip.departs().length; i++) {
            stop(trip, i, Count.SCHEDULED);
            if (i > 0) {
                segment(trip, i, Count.SCHEDULED);
            }
        }
    }

    private void trip(ScheduledTrip trip, Count count) {
        add(Place.ROUTE, trip.departs()[0], trip.departs()[0], count);
    }

    private void stop(ScheduledTrip trip, int index, Count count) {
        add(Place.stop(trip.stops().get(index)), trip.departs()[index], trip.departs()[index], count);
    }

    /** From the stop before. */
    private void segment(ScheduledTrip trip, int index, Count count) {
        Place place = Place.segment(trip.stops().get(index - 1), trip.stops().get(index));
        add(place, trip.departs()[index - 1], trip.departs()[index], count);
    }

    private void add(Place place, double begins, double ends, Count count) {
        if (day.past(ends)) {
            sheets.at(place, begins).add(count, 1);
        }
    }

    private void serve(TripRun run) {
        ScheduledTrip trip = timetable.of(run);
        if (run.visits().size() >= SEEN) {
            if (trip != null && served.add(trip)) {
                trip(trip, Count.SERVED);
            } else {
                sheets.at(Place.ROUTE, run.visits().get(0).departure()).add(Count.UNSCHEDULED, 1);
            }
        }
        for (StopVisit visit : run.visits()) {
            boolean planned = trip != null
                    && visit.index() < trip.stops().size()
                    && trip.stops().get(visit.index()).equals(visit.stop());
            if (planned && !stops(trip).get(visit.index())) {
                stops(trip).set(visit.index());
                stop(trip, visit.index(), Count.SERVED);
            } else {
                sheets.at(Place.stop(visit.stop()), visit.departure()).add(Count.UNSCHEDULED, 1);
            }
        }
    }

    private void segments(ScheduledTrip trip, BitSet stops) {
        for (int i = 1; i < trip.stops().size(); i++) {
            if (stops.get(i - 1) && stops.get(i)) {
                segment(trip, i, Count.SERVED);
            }
        }
    }

    private BitSet stops(ScheduledTrip trip) {
        return seen.computeIfAbsent(trip, t -> new BitSet());
    }
}
