package org.weir.city.geo;

/** A point of the city's plane: metres east and north of its centre. */
public record Point(double x, double y) {
    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
