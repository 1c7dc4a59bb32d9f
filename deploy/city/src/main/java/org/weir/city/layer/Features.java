package org.weir.city.layer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.weir.city.geo.Line;
import org.weir.city.geo.Plane;
import org.weir.city.geo.Point;

/** A GeoJSON feature collection as it grows; degrees with six decimals. */
final class Features {
    private final Plane plane;
    private final StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    private boolean first = true;

    Features(Plane plane) {
        this.plane = plane;
    }

    void point(String id, Point point, Map<String, Object> properties) {
        feature(id, "Point", position(point), properties);
    }

    void lines(String id, List<Line> lines, Map<String, Object> properties) {
        String coordinates = lines.stream()
                .map(line -> positions(
                        IntStream.range(0, line.size()).mapToObj(line::point).toList()))
                .collect(Collectors.joining(",", "[", "]"));
        feature(id, "MultiLineString", coordinates, properties);
    }

    void polygon(String id, List<Point> ring, Map<String, Object> properties) {
        feature(id, "Polygon", "[" + positions(ring) + "]", properties);
    }

    private void feature(String id, String type, String coordinates, Map<String, Object> properties) {
        text.append(first ? "\n" : ",\n")
                .append("{\"type\":\"Feature\",\"id\":")
                .append(value(id))
                .append(",\"properties\":{")
                .append(properties.entrySet().stream()
                        .map(e -> value(e.getKey()) + ":" + value(e.getValue()))
                        .collect(Collectors.joining(",")))
                .append("},\"geometry\":{\"type\":\"")
                .append(type)
                .append("\",\"coordinates\":")
                .append(coordinates)
                .append("}}");
        first = false;
    }

    String done() {
        return text.append("\n]}\n").toString();
    }

    private String positions(List<Point> points) {
        return points.stream().map(this::position).collect(Collectors.joining(",", "[", "]"));
    }

    private String position(Point point) {
        return String.format(Locale.ROOT, "[%.6f,%.6f]", plane.longitude(point), plane.latitude(point));
    }

    /** The city's own names hold nothing that JSON would have to escape but these two. */
    private static String value(Object value) {
        return value instanceof String text
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : String.valueOf(value);
    }
}
