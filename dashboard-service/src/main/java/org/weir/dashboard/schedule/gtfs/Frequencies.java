package org.weir.dashboard.schedule.gtfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.dashboard.schedule.Trip;

/** The rows of {@code frequencies.txt} while an archive is read, and the departures that they stand for. */
final class Frequencies {
    /** A row that promises more than a bus each ten seconds is a mistake. */
    private static final int SHORTEST_HEADWAY = 10;

    /** A large city's whole timetable has fewer trips; an archive whose rows stand for more would fill the memory. */
    private static final int MOST = 500_000;

    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final Faults faults;
    private long departures;

    private record Row(int from, int until, Trip.Frequency frequency) {}

    Frequencies(Faults faults) {
        this.faults = faults;
    }

    /** Takes a row; times are seconds after the service day's beginning, the end is not part of it. */
    void add(String trip, int from, int until, int headway, boolean exact) {
        named.add(trip);
        if (headway < SHORTEST_HEADWAY || from < 0 || until <= from || until > StopTimes.LATEST) {
            faults.count(Fault.NO_HEADWAY);
            return;
        }
        departures += (until - from + headway - 1L) / headway;
        if (departures > MOST) {
            throw GtfsArchive.unreadable("Its frequencies stand for more than " + MOST + " departures.");
        }
        rows.computeIfAbsent(trip, t -> new ArrayList<>())
                .add(new Row(from, until, new Trip.Frequency(trip, headway, exact)));
    }

    /** Whether a trip is only the pattern of departures by frequency, be there any or not. */
    boolean of(String trip) {
        return named.contains(trip);
    }

    interface Departure {
        void at(int start, Trip.Frequency frequency);
    }

    /** Tells every departure of a trip, each time of day once. */
    void each(String trip, Departure departure) {
        Map<Integer, Boolean> told = new HashMap<>();
        for (Row row : rows.getOrDefault(trip, List.of())) {
            for (int at = row.from(); at < row.until(); at += row.frequency().headway()) {
                if (told.put(at, true) == null) {
                    departure.at(at, row.frequency());
                }
            }
        }
    }
}
