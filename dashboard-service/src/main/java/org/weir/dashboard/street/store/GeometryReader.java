package org.weir.dashboard.street.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads one feature's geometry. */
final class GeometryReader {
    /** A triangle that is closed. */
    private static final int SMALLEST_RING = 4;

    private final String which;

    /** @param which the feature as a refusal names it */
    GeometryReader(String which) {
        this.which = which;
    }

    double[][][] read(JsonNode geometry, GeoJsonReader.Shape shape) {
        String type = geometry.path("type").asText();
        JsonNode coordinates = geometry.path("coordinates");
        switch (shape) {
            case POINTS:
                expect("Point", type);
                return new double[][][] {{position(coordinates)}};
            case LINE:
                expect("LineString", type);
                return new double[][][] {line(coordinates, 2)};
            default:
                List<double[][]> rings = new ArrayList<>();
                if ("MultiPolygon".equals(type)) {
                    list(coordinates).forEach(polygon -> rings(polygon, rings));
                } else {
                    expect("Polygon", type);
                    rings(coordinates, rings);
                }
                return rings.toArray(double[][][]::new);
        }
    }

    private void expect(String expected, String type) {
        if (!expected.equals(type)) {
            throw wrong(" is no " + expected + '.');
        }
    }

    private void rings(JsonNode polygon, List<double[][]> rings) {
        for (JsonNode each : list(polygon)) {
            double[][] ring = line(each, SMALLEST_RING);
            if (!Arrays.equals(ring[0], ring[ring.length - 1])) {
                throw wrong(" has a ring that does not end where it begins.");
            }
            rings.add(ring);
        }
    }

    private double[][] line(JsonNode node, int least) {
        JsonNode positions = list(node);
        if (positions.size() < least) {
            throw wrong(" has a line of fewer than " + least + " positions.");
        }
        double[][] line = new double[positions.size()][];
        for (int i = 0; i < line.length; i++) {
            line[i] = position(positions.get(i));
        }
        return line;
    }

    private JsonNode list(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            throw wrong(" has no coordinates, or not as many deep as its type has.");
        }
        return node;
    }

    private double[] position(JsonNode node) {
        if (!node.isArray() || node.size() < 2) {
            throw wrong(" has a position that is not a longitude and a latitude.");
        }
        if (!node.get(0).isNumber() || !node.get(1).isNumber()) {
            throw new Refusal(ErrorCode.COORDINATES_NOT_NUMBERS, which + " has a coordinate that is no number.");
        }
        double lon = node.get(0).doubleValue();
        double lat = node.get(1).doubleValue();
        // Written so that what is not a number is refused as well.
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new Refusal(
                    ErrorCode.COORDINATES_OFF_EARTH,
                    which + " has a position that is not on Earth; longitude comes first.");
        }
        return new double[] {lon, lat};
    }

    private Refusal wrong(String what) {
        return new Refusal(ErrorCode.WRONG_GEOMETRY, which + what);
    }
}
