package org.weir.city.flaw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.city.chance.Dice;
import org.weir.city.sim.BusReport;
import org.weir.city.timetable.Run;
import org.weir.city.timetable.Timetable;
import org.weir.city.timetable.Trip;

/** Which trip a bus of one service date takes for its own. */
final class TripLabels {
    private final Labels labels;
    private final Dice dice;
    /** By pattern id, in order of departure. */
    private final Map<String, List<Trip>> departures = new HashMap<>();

    private final Map<String, Trip> before = new HashMap<>();

    /** @param dice the date's own */
    TripLabels(Labels labels, Dice dice, Timetable timetable) {
        this.labels = labels;
        this.dice = dice;
        for (Run run : timetable.runs()) {
            for (int i = 0; i < run.trips().size(); i++) {
                Trip trip = run.trips().get(i);
                departures
                        .computeIfAbsent(trip.pattern().id(), k -> new ArrayList<>())
                        .add(trip);
                if (i > 0) {
                    before.put(trip.id(), run.trips().get(i - 1));
                }
            }
        }
        departures.values().forEach(trips -> trips.sort(Comparator.comparingInt(Trip::start)));
    }

    /** @param second of the service day; @return null where the bus has no trip to name */
    Trip label(BusReport report, long second) {
        Trip trip = report.trip();
        if (labels == Labels.RIGHT) {
            return trip;
        }
        long key = Dice.key(trip.id());
        Trip stale = before.get(trip.id());
        if (stale != null
                && dice.uniform(key, 1, 0) < labels.stale()
                && second < trip.start() + 120 + 240 * dice.uniform(key, 2, 0)) {
            return stale;
        }
        double fate = dice.uniform(key, 3, 0) - labels.missing();
        if (fate < 0) {
            return null;
        }
        fate -= labels.otherDeparture();
        if (fate < 0) {
            return otherDeparture(trip, key);
        }
        return fate < labels.otherDirection() ? otherDirection(trip) : trip;
    }

    private Trip otherDeparture(Trip trip, long key) {
        List<Trip> trips = departures.get(trip.pattern().id());
        int by = 1 + (int) (3 * dice.uniform(key, 4, 0));
        int at = trips.indexOf(trip);
        int other = dice.uniform(key, 5, 0) < 0.5 ? at - by : at + by;
        // At either end of the day there is a neighbour on one side only.
        return trips.get(other < 0 || other >= trips.size() ? 2 * at - other : other);
    }

    private Trip otherDirection(Trip trip) {
        String pattern = trip.pattern().route() + "-" + (1 - trip.pattern().direction());
        return departures.get(pattern).stream()
                .min(Comparator.comparingInt(other -> Math.abs(other.start() - trip.start())))
                .orElse(trip);
    }
}
