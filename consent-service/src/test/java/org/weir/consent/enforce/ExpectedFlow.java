package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.topic.Json;

/**
 * What a scenario says flows. {@code pseudonym of X} stands for the vehicle X under this agreement, {@code pseudonym of X
 * in epoch 2} for the same under its second key, {@code a pseudonym} for any; {@code alike} and {@code unlike} name a
 * field and the records (from 1) in which it must be the same or all different.
 */
final class ExpectedFlow {
    private static final Pattern PSEUDONYM = Pattern.compile("pseudonym of (\\S+?)( in epoch (\\d+))?");
    private static final int PSEUDONYM_LENGTH = 22;

    private final String agreement;
    private final JsonNode said;

    ExpectedFlow(String agreement, JsonNode said) {
        this.agreement = agreement;
        this.said = said;
    }

    void check(List<ProducerRecord<byte[], byte[]>> shared) {
        ArrayNode expected = JsonNodeFactory.instance.arrayNode();
        ArrayNode actual = JsonNodeFactory.instance.arrayNode();
        for (ProducerRecord<byte[], byte[]> each : shared) {
            actual.add(tree(each.value()));
        }
        JsonNode flows = said.path("flows");
        for (int i = 0; i < flows.size(); i++) {
            expected.add(filled(flows.get(i), actual.path(i)));
        }
        assertThat(actual).isEqualTo(expected);
        said.path("alike").forEach(each -> assertThat(values(each, actual)).hasSize(1));
        said.path("unlike").forEach(each -> assertThat(values(each, actual)).hasSize(each.size() - 1));
    }

    /** Every different value of {@code [field, record, record …]}. */
    private static java.util.Set<JsonNode> values(JsonNode fieldAndRecords, ArrayNode actual) {
        java.util.Set<JsonNode> values = new java.util.HashSet<>();
        String pointer = "/" + fieldAndRecords.get(0).asText().replace('.', '/');
        for (int i = 1; i < fieldAndRecords.size(); i++) {
            JsonNode value = actual.path(fieldAndRecords.get(i).asInt() - 1).at(pointer);
            assertThat(value.isMissingNode()).as(pointer).isFalse();
            values.add(value);
        }
        return values;
    }

    private JsonNode filled(JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            expected.fields()
                    .forEachRemaining(
                            each -> filled.set(each.getKey(), filled(each.getValue(), actual.path(each.getKey()))));
            return filled;
        }
        if (!expected.isTextual()) {
            return expected;
        }
        if (expected.asText().equals("a pseudonym")) {
            return actual.asText().length() == PSEUDONYM_LENGTH ? actual : expected;
        }
        Matcher pseudonym = PSEUDONYM.matcher(expected.asText());
        return pseudonym.matches()
                ? TextNode.valueOf(GivenAgreements.pseudonym(
                        agreement,
                        pseudonym.group(1),
                        pseudonym.group(3) == null ? 1 : Integer.parseInt(pseudonym.group(3))))
                : expected;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.STRICT.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("What flows is no JSON: " + new String(json, StandardCharsets.UTF_8), e);
        }
    }
}
