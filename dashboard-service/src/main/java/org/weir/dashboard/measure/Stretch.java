package org.weir.dashboard.measure;

/**
 * A part of a pattern's way that lies on a street or corridor, or in an area. Several may have one id: their figures
 * come together.
 *
 * @param id which
 * @param schedule the version of the schedule
 * @param pattern the pattern's ordinal in it
 * @param from metres along the pattern's shape
 * @param to metres, greater
 */
public record Stretch(String id, String schedule, int pattern, double from, double to) {}
