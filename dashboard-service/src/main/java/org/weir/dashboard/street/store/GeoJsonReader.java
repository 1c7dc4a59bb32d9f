package org.weir.dashboard.street.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads GeoJSON (RFC 7946) strictly: what is taken here is what streets are measured by. */
final class GeoJsonReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A large city's signals with all that a map says of them. */
    private static final int LARGEST = 16 << 20;

    private static final int MOST_FEATURES = 20_000;

    private final Shape shape;
    private final Set<String> ids = new HashSet<>();

    /** What a document's features are. */
    enum Shape {
        LINE,
        AREAS,
        POINTS
    }

    private GeoJsonReader(Shape shape) {
        this.shape = shape;
    }

    /**
     * Reads a document.
     *
     * @throws Refusal {@code body-too-large}, {@code geojson-unreadable}, {@code wrong-geometry}, {@code feature-unnamed},
     *     {@code coordinates-not-numbers} or {@code coordinates-off-earth}, naming the feature by its place from 1
     */
    static List<Feature> read(byte[] document, Shape shape) {
        if (document.length > LARGEST) {
            throw new Refusal(ErrorCode.BODY_TOO_LARGE, "A layer may have " + LARGEST + " bytes.");
        }
        return new GeoJsonReader(shape).features(tree(document));
    }

    private static JsonNode tree(byte[] document) {
        try {
            JsonNode tree = JSON.readTree(document);
            if (tree == null || !tree.isObject()) {
                throw unreadable("It is not a JSON object.");
            }
            return tree;
        } catch (JacksonException e) {
            throw unreadable(
                    e.getLocation() == null
                            ? "It is not JSON."
                            : "It is not JSON on line " + e.getLocation().getLineNr() + '.');
        } catch (IOException e) {
            throw unreadable("It is not JSON.");
        }
    }

    private List<Feature> features(JsonNode tree) {
        List<JsonNode> nodes = new ArrayList<>();
        if ("Feature".equals(tree.path("type").asText())) {
            nodes.add(tree);
        } else if ("FeatureCollection".equals(tree.path("type").asText())
                && tree.path("features").isArray()) {
            tree.path("features").forEach(nodes::add);
        } else {
            throw unreadable("It is neither a Feature nor a FeatureCollection.");
        }
        if (nodes.size() > MOST_FEATURES) {
            throw new Refusal(ErrorCode.BODY_TOO_LARGE, "A layer may have " + MOST_FEATURES + " features.");
        }
        if (nodes.isEmpty() || shape == Shape.LINE && nodes.size() != 1) {
            throw new Refusal(
                    ErrorCode.WRONG_GEOMETRY,
                    shape == Shape.LINE ? "A corridor is one feature." : "There is no feature in it.");
        }
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            features.add(feature(nodes.get(i), "Feature " + (i + 1)));
        }
        return features;
    }

    private Feature feature(JsonNode node, String which) {
        JsonNode properties = node.path("properties");
        String name = text(properties.path("name"));
        String own = text(node.path("id"));
        String id = own == null ? text(properties.path("id")) : own;
        id = id == null ? name : id;
        if (id == null || name == null && shape != Shape.POINTS) {
            throw new Refusal(ErrorCode.FEATURE_UNNAMED, which + " has no name.");
        }
        if (!ids.add(id)) {
            throw new Refusal(ErrorCode.FEATURE_UNNAMED, which + " is called as one before it.");
        }
        Map<String, Object> plain = new HashMap<>();
        properties.properties().forEach(each -> {
            if (each.getValue().isValueNode() && !each.getValue().isNull()) {
                JsonNode value = each.getValue();
                plain.put(
                        each.getKey(),
                        value.isNumber()
                                ? (Object) value.doubleValue()
                                : value.isBoolean() ? (Object) value.booleanValue() : value.asText());
            }
        });
        return new Feature(id, name, new GeometryReader(which).read(node.path("geometry"), shape), plain);
    }

    private static String text(JsonNode node) {
        String text =
                node.isTextual() || node.isIntegralNumber() ? node.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    private static Refusal unreadable(String detail) {
        return new Refusal(ErrorCode.GEOJSON_UNREADABLE, detail);
    }
}
