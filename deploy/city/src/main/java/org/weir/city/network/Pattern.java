package org.weir.city.network;

import java.util.List;
import org.weir.city.geo.Line;
import org.weir.city.street.Block;

/**
 * The way of one direction of a route. Distances are metres from its first stop along its shape.
 *
 * @param blocks the street blocks in order; the first stop stands on the first, the last on the last
 * @param blockStarts where each block begins; the first is zero or negative
 * @param stopDistances where each stop is
 * @param pace what the timetable grants from the stop before to each stop, as a part of what buses need; 1 nearly everywhere
 */
public record Pattern(
        String id,
        String route,
        int direction,
        String headsign,
        List<Block> blocks,
        double[] blockStarts,
        List<Stop> stops,
        double[] stopDistances,
        double[] pace,
        Line shape) {

    public double length() {
        return shape.length();
    }

    /** Every fifth stop and both ends: there a bus that is early waits. */
    public boolean timepoint(int stop) {
        return stop == 0 || stop == stops.size() - 1 || stop % 5 == 0 && stop < stops.size() - 3;
    }
}
