package org.weir.dashboard.measure;

/**
 * A part of a pattern's way that lies on a corridor or in an area. Several may be of one place: their figures come
 * together.
 *
 * @param place which corridor or area
 * @param schedule the version of the schedule
 * @param pattern the pattern's ordinal in it
 * @param from metres along the pattern's shape
 * @param to metres, greater
 */
public record Stretch(Place place, String schedule, int pattern, double from, double to) {}
