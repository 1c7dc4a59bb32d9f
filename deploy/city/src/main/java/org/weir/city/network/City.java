package org.weir.city.network;

import java.util.List;
import org.weir.city.geo.Plane;
import org.weir.city.street.Streets;

/** The city as it stands: everything that does not move. The same seed gives the same city. */
public record City(
        long seed, String name, String zone, Plane plane, Streets streets, List<Stop> stops, List<Route> routes) {
    public List<Pattern> patterns() {
        return routes.stream().flatMap(r -> r.patterns().stream()).toList();
    }
}
