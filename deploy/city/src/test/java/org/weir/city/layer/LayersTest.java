package org.weir.city.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.city.geo.Point;
import org.weir.city.network.City;
import org.weir.city.plant.Planting;
import org.weir.city.street.Neighbourhood;
import org.weir.city.street.Neighbourhoods;

class LayersTest {
    private static final City CITY = Planting.city(1);

    private static JsonArray features(String geoJson) {
        JsonObject collection = JsonParser.parseString(geoJson).getAsJsonObject();
        assertThat(collection.get("type").getAsString()).isEqualTo("FeatureCollection");
        return collection.getAsJsonArray("features");
    }

    @Test
    void tellsWhereSignalsStand_butNotHowTheyAreTimed() {
        JsonArray signals = features(Layers.signals(CITY));
        assertThat(signals).hasSizeGreaterThan(150);
        JsonObject first = signals.get(0).getAsJsonObject();
        assertThat(first.getAsJsonObject("properties").keySet()).containsExactly("name");
        JsonArray place = first.getAsJsonObject("geometry").getAsJsonArray("coordinates");
        assertThat(place.get(0).getAsDouble()).isBetween(-74.8, -74.5);
        assertThat(place.get(1).getAsDouble()).isBetween(42.2, 42.4);
    }

    @Test
    void drawsEveryPlantedPlace_withItsCause() {
        JsonArray planted = features(Layers.planted(CITY));
        assertThat(planted).hasSize(CITY.planted().size());
        assertThat(planted).allMatch(f -> f.getAsJsonObject()
                .getAsJsonObject("geometry")
                .get("type")
                .getAsString()
                .equals("MultiLineString"));
        assertThat(planted).anyMatch(f -> f.getAsJsonObject()
                .getAsJsonObject("properties")
                .get("kind")
                .getAsString()
                .equals("bad_day"));
    }

    @Test
    void neighbourhoods_coverTheCity_andEachPlaceOnce() {
        assertThat(features(Layers.neighbourhoods(CITY))).hasSize(12);
        for (long seed : List.of(1L, 2L, 3L)) {
            List<Neighbourhood> areas = Neighbourhoods.of(seed);
            Planting.city(seed).streets().crossings().forEach(c -> assertThat(areas.stream()
                            .filter(a -> holds(a.ring(), c.point()))
                            .count())
                    .as("seed " + seed + " " + c)
                    .isEqualTo(1));
        }
    }

    /** Even–odd rule. */
    private static boolean holds(List<Point> ring, Point point) {
        boolean in = false;
        for (int i = 0; i + 1 < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get(i + 1);
            if (a.y() > point.y() != b.y() > point.y()
                    && point.x() < a.x() + (point.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x())) {
                in = !in;
            }
        }
        return in;
    }
}
