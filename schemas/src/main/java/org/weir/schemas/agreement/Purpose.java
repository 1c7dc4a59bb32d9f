package org.weir.schemas.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A purpose for which data may be used. Purposes form a tree: one includes its children.
 *
 * @param id its id, e.g. {@code transit-planning}
 * @param title in words for people
 * @param broader the id of the purpose that includes it, or null at the root
 * @param dpv the term of the Data Privacy Vocabulary that it specialises
 */
public record Purpose(String id, String title, String broader, String dpv) {
    private static final Map<String, Purpose> TREE = load();

    /** Every purpose, broader ones first. */
    public static Map<String, Purpose> tree() {
        return TREE;
    }

    public static Optional<Purpose> of(String id) {
        return Optional.ofNullable(TREE.get(id));
    }

    /** Whether data for this purpose may be used for that one: the same, or one below it. */
    public boolean includes(Purpose other) {
        for (Purpose p = other; p != null; p = p.broader == null ? null : TREE.get(p.broader)) {
            if (p.id.equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Purpose> load() {
        try (InputStream yaml = Purpose.class.getResourceAsStream("/org/weir/schemas/agreements/purposes.yaml")) {
            Map<String, Purpose> tree = new LinkedHashMap<>();
            grow(null, new YAMLMapper().readTree(yaml).path("purposes"), tree);
            return java.util.Collections.unmodifiableMap(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void grow(String broader, JsonNode purposes, Map<String, Purpose> into) {
        for (JsonNode each : purposes) {
            String id = each.path("id").asText();
            into.put(
                    id,
                    new Purpose(
                            id,
                            each.path("title").asText(),
                            broader,
                            each.path("dpv").asText()));
            grow(id, each.path("includes"), into);
        }
    }
}
