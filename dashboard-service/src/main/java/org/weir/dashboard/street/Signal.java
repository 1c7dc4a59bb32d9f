package org.weir.dashboard.street;

/**
 * A traffic signal.
 *
 * @param name what people call it, or null
 * @param lat degrees
 * @param lon degrees
 * @param bearing which way the traffic goes that it stops, degrees clockwise from north; NaN where it stops all
 */
public record Signal(String id, String name, double lat, double lon, double bearing) {}
