package org.weir.dashboard.rank;

/** Trips of one route and direction: how many were to run, and how many were seen. */
public final class LineTrips {
    int scheduled;
    int observed;

    LineTrips add(LineTrips other) {
        scheduled += other.scheduled;
        observed += other.observed;
        return this;
    }
}
