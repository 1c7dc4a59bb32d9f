package org.weir.city.street;

import org.weir.city.geo.Line;

/**
 * One direction of a street between two crossings: the street segment which routes share.
 *
 * @param limit metres a second
 * @param congestion the part of the limit that is lost when the city is at its busiest, 0–1
 * @param northSouth which phase of a signal at its end is its own
 */
public record Block(
        int id, int street, int from, int to, Line line, double limit, double congestion, boolean northSouth) {}
