package org.weir.dashboard.schedule;

/** A stop, in degrees. */
public record Stop(String id, String name, double lat, double lon) {}
