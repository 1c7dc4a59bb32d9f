package org.weir.dashboard.schedule;

import java.time.ZoneId;
import java.util.List;

/** All departures of one trip that runs by frequency, in order of time. */
final class Departures {
    private static final int DAY = 86_400;

    /** A bus that leaves this much before its time still makes that departure, in seconds. */
    private static final int EARLY = 300;

    private final List<Trip> trips;

    Departures(List<Trip> inOrder) {
        this.trips = inOrder;
    }

    /** The departure whose start is nearest to a time of day. */
    Trip startingAt(int seconds) {
        Trip best = trips.get(0);
        for (Trip trip : trips) {
            if (Math.abs(trip.start() - seconds) < Math.abs(best.start() - seconds)) {
                best = trip;
            }
        }
        return best;
    }

    /** The last that can have left by a moment, in the service day that the moment most likely belongs to. */
    Trip under(long moment, ZoneId zone) {
        long today = moment - ServiceDate.begin(ServiceDate.local(moment, zone), zone);
        Trip last = trips.get(trips.size() - 1);
        long seconds = today < trips.get(0).start() - EARLY && today + DAY <= last.end() ? today + DAY : today;
        Trip found = trips.get(0);
        for (Trip trip : trips) {
            found = trip.start() - EARLY <= seconds ? trip : found;
        }
        return found;
    }

    /** Seconds of a time as GTFS writes it, {@code 25:10:00}; -1 where it is none. */
    static int seconds(String time) {
        if (time == null || time.length() < 7 || time.length() > 8) {
            return -1;
        }
        int of = 0;
        int part = 0;
        for (int i = 0; i < time.length(); i++) {
            char c = time.charAt(i);
            if (c == ':') {
                of = of * 60 + part;
                part = 0;
            } else if (c >= '0' && c <= '9') {
                part = part * 10 + c - '0';
            } else {
                return -1;
            }
        }
        return of * 60 + part;
    }
}
