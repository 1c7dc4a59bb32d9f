package org.weir.city.street;

import java.util.List;
import org.weir.city.geo.Point;

/** A named part of the city. @param ring counter-clockwise, the last point is the first again */
public record Neighbourhood(String name, List<Point> ring) {}
