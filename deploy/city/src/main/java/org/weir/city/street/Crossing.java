package org.weir.city.street;

import org.weir.city.geo.Point;

/**
 * Where streets meet.
 *
 * @param u metres east on the drawing board, before the city was bent
 * @param v metres north on the drawing board
 * @param signal null where none stands
 */
public record Crossing(int id, double u, double v, Point point, Signal signal) {}
