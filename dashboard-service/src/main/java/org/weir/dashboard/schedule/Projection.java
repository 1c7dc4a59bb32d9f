package org.weir.dashboard.schedule;

/**
 * A point on a line nearest to some place.
 *
 * @param at metres along the line
 * @param away metres from the place to it
 */
public record Projection(double at, double away) {}
