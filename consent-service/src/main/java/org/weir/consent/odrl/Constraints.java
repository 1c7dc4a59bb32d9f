package org.weir.consent.odrl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Constraints or refinements: a left operand, an operator and a right operand each. A pair of operand and operator that
 * nobody asks for is refused by {@link #done}: a constraint passed over would always hold.
 */
final class Constraints {
    private final String where;
    private final Map<String, JsonNode> left = new LinkedHashMap<>();

    /** Reads them from an object's list under that term. */
    Constraints(String where, Taken object, String term) {
        this.where = where;
        for (JsonNode each : object.list(term)) {
            Taken constraint = new Taken(term + " of the " + where, each);
            constraint.take("@type").ifPresent(type -> {
                if (!Vocabulary.value(type.asText()).equals("odrl:Constraint")) {
                    throw constraint.unknown("is of type “" + type.asText() + "”; known is Constraint");
                }
            });
            String key = constraint.value("leftOperand") + " " + constraint.value("operator");
            JsonNode right = constraint.need("rightOperand");
            constraint.done();
            if (left.put(key, right) != null) {
                throw constraint.unreadable("says “" + key + "” twice");
            }
        }
    }

    /** Takes the right operand of a constraint. */
    Optional<JsonNode> take(String leftOperand, String operator) {
        return Optional.ofNullable(left.remove(leftOperand + " " + operator));
    }

    /** Takes a time, whether as a typed value or as text. */
    Optional<JsonNode> time(String leftOperand, String operator, String type) {
        return take(leftOperand, operator).map(value -> typed(value, type));
    }

    /** What is left, by operand and operator. */
    Map<String, JsonNode> left() {
        return left;
    }

    void done() {
        left.keySet().stream().findFirst().ifPresent(key -> {
            throw new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM,
                    "The " + where + " is constrained by “" + key + "”, which is not known there.");
        });
    }

    private JsonNode typed(JsonNode value, String type) {
        if (!value.isObject()) {
            return value;
        }
        Taken typed = new Taken("value in the " + where, value);
        typed.expect("@type", type);
        JsonNode plain = typed.need("@value");
        typed.done();
        return plain;
    }

    static ObjectNode written(String leftOperand, String operator, JsonNode rightOperand) {
        ObjectNode constraint = JsonNodeFactory.instance
                .objectNode()
                .put("leftOperand", leftOperand)
                .put("operator", operator);
        constraint.set("rightOperand", rightOperand);
        return constraint;
    }

    static ObjectNode value(JsonNode plain, String type) {
        ObjectNode value = JsonNodeFactory.instance.objectNode().put("@type", type);
        value.set("@value", plain);
        return value;
    }

    static ObjectNode inOrder(JsonNode array) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.set("@list", array);
        return list;
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
