package org.weir.consent.odrl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Duties of the permission: what is done to each record on the way, each with its place in the order, and the duty to
 * delete after so many days.
 */
final class DutyForm {
    private static final Set<String> OBLIGATIONS = Set.of(
            "redact",
            "mask",
            "pseudonymise",
            "rotateId",
            "coarsenLocation",
            "generalise",
            "delay",
            "sample",
            "limitUse");
    private static final String WITH = "weir:with-";
    private static final Pattern DAYS = Pattern.compile("P([1-9][0-9]{0,8})D");

    private DutyForm() {}

    static ArrayNode written(Iterable<JsonNode> obligations, int retentionDays) {
        ArrayNode duties = Constraints.array();
        ObjectNode delete = duties.addObject().put("action", "delete");
        delete.putArray("constraint")
                .add(Constraints.written(
                        "elapsedTime",
                        "lteq",
                        Constraints.value(
                                JsonNodeFactory.instance.textNode("P" + retentionDays + "D"), "xsd:duration")));
        int position = 1;
        for (JsonNode each : obligations) {
            duties.add(written(new Taken("obligation", each)).put("position", position++));
        }
        return duties;
    }

    private static ObjectNode written(Taken obligation) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.putObject("rdf:value").put("@id", "weir:" + obligation.text("action"));
        ArrayNode refinement = Constraints.array();
        obligation.take("field").ifPresent(field -> refinement.add(Constraints.written("weir:field", "eq", field)));
        obligation.take("with").ifPresent(with -> with.fields()
                .forEachRemaining(
                        each -> refinement.add(Constraints.written(WITH + each.getKey(), "eq", each.getValue()))));
        obligation.done();
        if (!refinement.isEmpty()) {
            action.set("refinement", refinement);
        }
        ObjectNode duty = JsonNodeFactory.instance.objectNode();
        duty.set("action", action);
        return duty;
    }

    /** Reads them into an agreement's {@code obligations} and {@code retentionDays}. */
    static void read(Iterable<JsonNode> duties, ObjectNode into) {
        SortedMap<Integer, ObjectNode> inOrder = new TreeMap<>();
        for (JsonNode each : duties) {
            Taken duty = new Taken("duty", each);
            JsonNode action = duty.need("action");
            JsonNode position = duty.take("position").orElse(null);
            if (position == null) {
                into.put("retentionDays", retention(duty, action, into));
            } else if (!position.isInt() || inOrder.put(position.intValue(), obligation(action)) != null) {
                throw duty.unreadable("needs a position of its own, a whole number");
            }
            duty.done();
        }
        if (!inOrder.isEmpty()) {
            into.putArray("obligations").addAll(inOrder.values());
        }
    }

    private static int retention(Taken duty, JsonNode action, ObjectNode into) {
        String name = name(action);
        if (!name.equals("odrl:delete")) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION,
                    "The duty “" + name + "” is not known; one that is done to records needs its position.");
        }
        Constraints constraints = new Constraints("duty to delete", duty, "constraint");
        String elapsed = constraints
                .time("odrl:elapsedTime", "odrl:lteq", "xsd:duration")
                .map(JsonNode::asText)
                .orElse("");
        constraints.done();
        Matcher days = DAYS.matcher(elapsed);
        if (!days.matches() || into.has("retentionDays")) {
            throw duty.unreadable("to delete must say once within how many days, as P30D");
        }
        return Integer.parseInt(days.group(1));
    }

    private static ObjectNode obligation(JsonNode action) {
        String name = name(action);
        String local = name.startsWith("weir:") ? name.substring("weir:".length()) : "";
        if (!OBLIGATIONS.contains(local)) {
            throw new Refusal(ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION, "The duty “" + name + "” is not known.");
        }
        ObjectNode obligation = JsonNodeFactory.instance.objectNode().put("action", local);
        if (action.isObject() && !action.has("@id")) {
            Taken refined = new Taken("duty " + name, action);
            refined.need("value");
            Constraints refinement = new Constraints("duty " + name, refined, "refinement");
            refined.done();
            refinement.take("weir:field", "odrl:eq").ifPresent(field -> obligation.set("field", field));
            with(refinement, obligation);
            refinement.done();
        }
        return obligation;
    }

    private static void with(Constraints refinement, ObjectNode obligation) {
        for (Map.Entry<String, JsonNode> each : Map.copyOf(refinement.left()).entrySet()) {
            String key = each.getKey();
            if (key.startsWith(WITH) && key.endsWith(" odrl:eq")) {
                String name = key.substring(WITH.length(), key.length() - " odrl:eq".length());
                obligation.withObjectProperty("with").set(name, each.getValue());
                refinement.take(WITH + name, "odrl:eq");
            }
        }
    }

    /** The action, plain or refined. */
    private static String name(JsonNode action) {
        if (action.isTextual()) {
            return Vocabulary.value(action.textValue());
        }
        Taken object = new Taken("action of the duty", action);
        return object.take("@id").isPresent()
                ? Vocabulary.value(action.get("@id").asText())
                : object.value("value");
    }
}
