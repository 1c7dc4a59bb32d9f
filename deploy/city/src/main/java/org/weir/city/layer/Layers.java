package org.weir.city.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weir.city.network.City;
import org.weir.city.network.Planted;
import org.weir.city.street.Crossing;
import org.weir.city.street.Neighbourhood;
import org.weir.city.street.Neighbourhoods;

/** What a planner lays under the buses. */
public final class Layers {
    private Layers() {}

    /** Points with {@code name}. Nothing tells how a signal is timed. */
    public static String signals(City city) {
        Features features = new Features(city.plane());
        for (Crossing crossing : city.streets().crossings()) {
            if (crossing.signal() != null) {
                List<String> names = city.streets().names(crossing);
                features.point("signal-" + crossing.id(), crossing.point(), Map.of("name", String.join(" & ", names)));
            }
        }
        return features.done();
    }

    /** Polygons with {@code name}. */
    public static String neighbourhoods(City city) {
        Features features = new Features(city.plane());
        for (Neighbourhood area : Neighbourhoods.of(city.seed())) {
            String id = area.name().toLowerCase(Locale.ROOT).replace(' ', '-');
            features.polygon(id, area.ring(), Map.of("name", area.name()));
        }
        return features.done();
    }

    /**
     * Lines, one for each direction, with {@code kind}, {@code decoy}, {@code name}, {@code street}, and where they apply
     * {@code stop}, {@code pattern}, {@code day} (epoch day modulo 28).
     */
    public static String planted(City city) {
        Features features = new Features(city.plane());
        for (Planted planted : city.planted()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("kind", planted.kind().name().toLowerCase(Locale.ROOT));
            properties.put("decoy", planted.kind().decoy());
            properties.put("name", planted.name());
            properties.put("street", planted.street());
            if (planted.stop() != null) {
                properties.put("stop", planted.stop());
            }
            if (planted.pattern() != null) {
                properties.put("pattern", planted.pattern());
            }
            if (planted.day() >= 0) {
                properties.put("day", planted.day());
            }
            features.lines(planted.id(), planted.lines(), properties);
        }
        return features.done();
    }
}
