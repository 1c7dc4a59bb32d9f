package org.weir.dashboard.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * A sequence of stops along a shape that trips share.
 *
 * @param ordinal its number in the schedule
 * @param route the route
 * @param direction 0 or 1
 * @param shape the way
 * @param stops the stops, in order
 * @param at metres along the shape to each stop; never falling
 */
public record StopPattern(int ordinal, String route, int direction, Shape shape, List<Stop> stops, double[] at) {
    /** The segment that ends at a stop, by that stop's index from 1. */
    public String segment(int to) {
        return segment(stops.get(to - 1).id(), stops.get(to).id());
    }

    /** A segment's id. */
    public static String segment(String fromStop, String toStop) {
        return fromStop + '>' + toStop;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof StopPattern p
                        && ordinal == p.ordinal
                        && shape.id().equals(p.shape.id())
                        && stops.equals(p.stops)
                        && Arrays.equals(at, p.at);
    }

    @Override
    public int hashCode() {
        return ordinal;
    }

    @Override
    public String toString() {
        return route + '/' + direction + '#' + ordinal;
    }
}
