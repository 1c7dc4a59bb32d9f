package org.weir.city.network;

import java.util.List;
import org.weir.city.geo.Plane;
import org.weir.city.street.Streets;

/**
 * The city as it stands, with one agency's routes: everything that does not move. The same seed gives the same city.
 *
 * @param planted places where something is wrong on purpose; none in a city that was only built
 */
public record City(
        long seed,
        Agency agency,
        String name,
        String zone,
        Plane plane,
        Streets streets,
        List<Stop> stops,
        List<Route> routes,
        List<Planted> planted) {
    public List<Pattern> patterns() {
        return routes.stream().flatMap(r -> r.patterns().stream()).toList();
    }
}
