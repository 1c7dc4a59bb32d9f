package org.weir.consent.preview;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks into records for people: the whole as a tree, or each value by its path. */
final class Leaves {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    /** A person looks at it; what is no record may be of any length. */
    private static final int LONGEST = 300;

    private Leaves() {}

    /** The record as a tree; as text, cut short, where it is no JSON; null where there is none. */
    static JsonNode tree(byte[] record) {
        if (record == null) {
            return null;
        }
        try {
            return JSON.readTree(record);
        } catch (IOException e) {
            String text = new String(record, StandardCharsets.UTF_8);
            return TextNode.valueOf(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        }
    }

    /** Every value by its path, in the record's order; none where it is no object. */
    static Map<String, JsonNode> of(JsonNode record) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        if (record != null && record.isObject()) {
            grow("", record, leaves);
        }
        return leaves;
    }

    private static void grow(String prefix, JsonNode node, Map<String, JsonNode> into) {
        node.fields().forEachRemaining(each -> {
            if (each.getValue().isObject()) {
                grow(prefix + each.getKey() + '.', each.getValue(), into);
            } else {
                into.put(prefix + each.getKey(), each.getValue());
            }
        });
    }
}
