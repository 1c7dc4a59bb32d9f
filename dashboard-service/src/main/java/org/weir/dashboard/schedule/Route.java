package org.weir.dashboard.schedule;

import java.util.List;

/**
 * A route.
 *
 * @param agency the id of the agency that runs it
 * @param color six hexadecimal digits without a hash, or null
 * @param textColor the same
 * @param type GTFS's number; 3 is a bus
 * @param directions the directions its trips run in
 */
public record Route(
        String id,
        String agency,
        String shortName,
        String longName,
        String color,
        String textColor,
        int type,
        List<Direction> directions) {

    /** One direction, with the headsign that most of its trips show, or null. */
    public record Direction(int id, String headsign) {}
}
