package org.weir.city.sim;

import java.time.LocalDate;

/** Writes down what happened at a stop, in the city's own time. */
final class Record {
    private final LocalDate date;
    private final long start;
    private final StopEvents events;

    Record(LocalDate date, long start, StopEvents events) {
        this.date = date;
        this.start = start;
        this.events = events;
    }

    /** @param stop 0 for the first; times in seconds of the service day */
    void stop(Bus bus, int stop, double arrival, double departure) {
        events.happened(new StopEvent(
                date,
                bus.trip.id(),
                bus.vehicle,
                stop + 1,
                bus.course.pattern.stops().get(stop).id(),
                start + arrival,
                start + departure));
    }
}
