package org.weir.dashboard.schedule;

/**
 * The way a trip takes.
 *
 * @param id its id in the GTFS; one made of the stops, for trips without a shape, begins with {@code stops:}
 * @param line the way
 */
public record Shape(String id, Polyline line) {}
