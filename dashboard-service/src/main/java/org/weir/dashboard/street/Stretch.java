package org.weir.dashboard.street;

/**
 * A part of a pattern's way that lies on a street, along a corridor or in an area.
 *
 * @param place the id of the street, corridor or area
 * @param from metres along the pattern's shape
 * @param to where it ends, greater
 */
public record Stretch(String place, double from, double to) {
    public double metres() {
        return to - from;
    }
}
