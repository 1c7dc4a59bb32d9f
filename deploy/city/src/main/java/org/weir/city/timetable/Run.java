package org.weir.city.timetable;

import java.util.List;

/** A vehicle's work from pull-out to pull-in: trips one after the other, to and fro (GTFS: block). */
public record Run(String id, List<Trip> trips) {
    public int start() {
        return trips.get(0).start();
    }

    public int end() {
        return trips.get(trips.size() - 1).end();
    }
}
