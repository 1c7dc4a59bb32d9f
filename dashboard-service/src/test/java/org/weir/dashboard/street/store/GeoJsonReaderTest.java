package org.weir.dashboard.street.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.schemas.problem.Refusal;

class GeoJsonReaderTest {
    private static final String NAMED = "'properties':{'name':'Main Street'}";

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String feature(String type, String coordinates) {
        return "{'type':'Feature'," + NAMED + ",'geometry':{'type':'" + type + "','coordinates':" + coordinates + "}}";
    }

    private static String collection(String... features) {
        return "{'type':'FeatureCollection','features':[" + String.join(",", features) + "]}";
    }

    @Test
    void readsACorridor() {
        List<Feature> read = Kind.CORRIDOR.read(json("{'type':'Feature','properties':{'name':'Main','bothWays':true},"
                + "'geometry':{'type':'LineString','coordinates':[[-75,40],[-75.01,40]]}}"));
        assertThat(read).singleElement().satisfies(feature -> {
            assertThat(feature.name()).isEqualTo("Main");
            assertThat(feature.isTrue("bothWays")).isTrue();
            assertThat(feature.parts()[0]).hasNumberOfRows(2);
        });
    }

    @Test
    void readsAreasOfSeveralParts_withHoles() {
        String ring = "[[0,0],[0,1],[1,1],[0,0]]";
        List<Feature> read = Kind.AREAS.read(json(collection(
                feature("MultiPolygon", "[[" + ring + "," + ring + "],[" + ring + "]]"),
                feature("Polygon", "[" + ring + "]").replace("Main Street", "Other"))));
        assertThat(read).extracting(f -> f.parts().length).containsExactly(3, 1);
        assertThat(read).extracting(Feature::id).containsExactly("Main Street", "Other");
    }

    @Test
    void readsSignals_byTheirIdsAlone() {
        List<Feature> read = Kind.LAYER.read(json(collection(
                "{'type':'Feature','id':'node/1','properties':{'bearing':90},'geometry':{'type':'Point','coordinates':[1,2]}}",
                "{'type':'Feature','properties':{'id':2},'geometry':{'type':'Point','coordinates':[1,2,30]}}")));
        assertThat(read).extracting(Feature::id).containsExactly("node/1", "2");
        assertThat(read.get(0).number("bearing")).isEqualTo(90);
        assertThat(read.get(1).number("bearing")).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "geojson-unreadable | <html>",
                "geojson-unreadable | []",
                "geojson-unreadable | {'type':'Feature'",
                "geojson-unreadable | {'type':'Topology'}",
                "wrong-geometry | {'type':'FeatureCollection','features':[]}",
                "wrong-geometry | {'type':'Feature','properties':{'name':'x'},'geometry':null}",
                "wrong-geometry | {'type':'Feature','properties':{'name':'x'},'geometry':{'type':'Point','coordinates':[1,1]}}",
                "wrong-geometry | {'type':'Feature','properties':{'name':'x'},'geometry':{'type':'LineString','coordinates':[[1,1]]}}",
                "wrong-geometry | {'type':'Feature','properties':{'name':'x'},'geometry':{'type':'LineString','coordinates':[[1],[2]]}}",
                "wrong-geometry | {'type':'Feature','properties':{'name':'x'},'geometry':{'type':'LineString','coordinates':[[1,1],[1,1]]}}",
                "feature-unnamed | {'type':'Feature','properties':{},'geometry':{'type':'LineString','coordinates':[[1,1],[1,2]]}}",
                "feature-unnamed | {'type':'Feature','id':'x','geometry':{'type':'LineString','coordinates':[[1,1],[1,2]]}}",
                "coordinates-off-earth | {'type':'Feature','properties':{'name':'x'},'geometry':{'type':'LineString','coordinates':[[40,-97],[40,-98]]}}",
                "coordinates-not-numbers | {'type':'Feature','properties':{'name':'x'},'geometry':{'type':'LineString','coordinates':[['1',1],[1,2]]}}"
            })
    void refuses_whatIsNoCorridor(String code, String document) {
        assertThatThrownBy(() -> Kind.CORRIDOR.read(json(document)))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.error().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[0,0],[0,1],[1,1]]] | fewer than 4",
                "[[[0,0],[0,1],[1,1],[1,0]]] | does not end where it begins",
                "[] | no coordinates",
                "[[0,0],[0,1],[1,1],[0,0]] | fewer than 4",
                "[[[0,0],[1,1],[1,0],[0,1],[0,0]]] | crosses itself: after position 1 and after position 3"
            })
    void refuses_whatIsNoRing(String coordinates, String detail) {
        assertThatThrownBy(() -> Kind.AREAS.readNew(json(feature("Polygon", coordinates))))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.problem().detail()).contains(detail));
    }

    @Test
    void takesARing_thatOnlyTouchesItself() {
        String twice = "[[[0,0],[2,2],[2,0],[1,1],[0,2],[0,0]]]";
        assertThat(Kind.AREAS.readNew(json(feature("Polygon", twice)))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-400", "360.5", "'north'"})
    void refusesABearing_thatIsNone(String bearing) {
        String good =
                "{'type':'Feature','id':1,'properties':{'bearing':360},'geometry':{'type':'Point','coordinates':[1,2]}}";
        String bad = good.replace("'id':1", "'id':2").replace("360", bearing.equals("north") ? "'north'" : bearing);
        assertThatThrownBy(() -> Kind.LAYER.readNew(json(collection(good, bad))))
                .isInstanceOfSatisfying(Refusal.class, e -> {
                    assertThat(e.error().code()).isEqualTo("bad-bearing");
                    assertThat(e.problem().detail()).startsWith("Feature 2 ").contains(bearing);
                });
    }

    @Test
    void refusesTwoFeaturesOfOneName_andSaysWhich() {
        String point = feature("Point", "[1,2]");
        assertThatThrownBy(() -> Kind.LAYER.read(json(collection(point, point))))
                .isInstanceOfSatisfying(Refusal.class, e -> {
                    assertThat(e.error().code()).isEqualTo("feature-unnamed");
                    assertThat(e.problem().detail()).startsWith("Feature 2 ");
                });
    }

    @Test
    void refusesTooMuch() {
        assertThatThrownBy(() -> Kind.LAYER.read(new byte[(16 << 20) + 1]))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.error().code()).isEqualTo("body-too-large"));
        String[] many = new String[20_001];
        java.util.Arrays.fill(many, "{}");
        assertThatThrownBy(() -> Kind.LAYER.read(json(collection(many))))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.error().code()).isEqualTo("body-too-large"));
    }
}
