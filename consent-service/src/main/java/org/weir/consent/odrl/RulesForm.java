package org.weir.consent.odrl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** One permission, with its actions, constraints and duties, and a prohibition for each thing that must not be done. */
final class RulesForm {
    private static final Map<String, String> ACTIONS = Map.of(
            "read", "odrl:read",
            "aggregate", "odrl:aggregate",
            "display", "odrl:display",
            "link", "weir:link",
            "distribute", "odrl:distribute");
    private static final Map<String, String> PROHIBITED = Map.of(
            "re-identify", "weir:re-identify",
            "link-beyond", "weir:link-beyond",
            "redistribute", "odrl:distribute",
            "enforcement-use", "weir:enforcement-use");

    private RulesForm() {}

    static void write(Taken plain, ObjectNode policy) {
        ObjectNode permission = policy.putArray("permission").addObject();
        permission.set("action", written(plain.list("actions"), ACTIONS));
        ArrayNode constraint = permission.putArray("constraint");
        plain.optionalText("purpose")
                .ifPresent(id -> constraint.add(Constraints.written("purpose", "isA", purpose(id))));
        plain.take("effectiveFrom")
                .ifPresent(at ->
                        constraint.add(Constraints.written("dateTime", "gteq", Constraints.value(at, "xsd:dateTime"))));
        plain.take("expires")
                .ifPresent(at ->
                        constraint.add(Constraints.written("dateTime", "lt", Constraints.value(at, "xsd:dateTime"))));
        permission.set(
                "duty",
                DutyForm.written(
                        plain.list("obligations"), plain.need("retentionDays").asInt()));
        List<JsonNode> prohibitions = plain.list("prohibitions");
        if (!prohibitions.isEmpty()) {
            ArrayNode rules = policy.putArray("prohibition");
            written(prohibitions, PROHIBITED)
                    .forEach(action -> rules.addObject().set("action", action));
        }
    }

    private static ArrayNode written(List<JsonNode> words, Map<String, String> terms) {
        ArrayNode written = Constraints.array();
        words.forEach(each -> written.add(terms.get(each.asText())));
        return written;
    }

    private static ObjectNode purpose(String id) {
        ObjectNode purpose = JsonNodeFactory.instance.objectNode().put("@id", Vocabulary.PURPOSE + id);
        Purpose.of(id).ifPresent(known -> purpose.put("@type", "dpv:Purpose")
                .putObject("skos:broader")
                .put("@id", known.dpv()));
        return purpose;
    }

    static void read(Taken policy, ObjectNode into) {
        List<JsonNode> permissions = policy.list("permission");
        if (permissions.size() != 1) {
            throw policy.unreadable("must have one permission, for permissions are never merged");
        }
        Taken permission = new Taken("permission", permissions.get(0));
        ArrayNode actions = into.putArray("actions");
        permission.list("action").forEach(each -> actions.add(word(each, ACTIONS, "action")));
        Constraints constraints = new Constraints("permission", permission, "constraint");
        constraints.take("odrl:purpose", "odrl:isA").ifPresent(value -> into.put("purpose", purpose(value)));
        constraints.time("odrl:dateTime", "odrl:gteq", "xsd:dateTime").ifPresent(at -> into.set("effectiveFrom", at));
        constraints.time("odrl:dateTime", "odrl:lt", "xsd:dateTime").ifPresent(at -> into.set("expires", at));
        constraints.done();
        DutyForm.read(permission.list("duty"), into);
        permission.done();
        prohibitions(policy.list("prohibition"), into);
    }

    private static void prohibitions(List<JsonNode> rules, ObjectNode into) {
        ArrayNode prohibitions = into.putArray("prohibitions");
        for (JsonNode each : rules) {
            Taken prohibition = new Taken("prohibition", each);
            List<JsonNode> actions = prohibition.list("action");
            if (actions.isEmpty()) {
                throw prohibition.unreadable("does not say its action");
            }
            actions.forEach(action -> prohibitions.add(word(action, PROHIBITED, "prohibition")));
            prohibition.done();
        }
    }

    private static String word(JsonNode action, Map<String, String> terms, String what) {
        String text = action.isTextual() ? action.textValue() : new Taken(what, action).text("@id");
        if (!action.isTextual() && action.size() > 1) {
            throw new Refusal(ErrorCode.AGREEMENT_UNKNOWN_TERM, "The " + what + " “" + text + "” may not be refined.");
        }
        String term = Vocabulary.value(text);
        return terms.entrySet().stream()
                .filter(known -> known.getValue().equals(term))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(ErrorCode.AGREEMENT_UNKNOWN_TERM, "The " + what + " “" + term + "” is not known."));
    }

    private static String purpose(JsonNode value) {
        if (value.isTextual()) {
            return Vocabulary.behind(Vocabulary.PURPOSE, value.textValue(), "purpose");
        }
        Taken object = new Taken("purpose", value);
        String id = Vocabulary.behind(Vocabulary.PURPOSE, object.text("@id"), "purpose");
        object.take("@type").ifPresent(type -> same("type of the purpose", type.asText(), "dpv:Purpose"));
        object.optionalText("broader")
                .ifPresent(broader -> same(
                        "broader purpose",
                        broader,
                        Purpose.of(id).map(Purpose::dpv).orElse("nothing")));
        object.done();
        return id;
    }

    private static void same(String what, String said, String known) {
        if (!Vocabulary.value(said).equals(known)) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM, "The " + what + " is “" + said + "”; known is " + known + ".");
        }
    }
}
