package org.weir.consent.odrl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What is shared, as an asset. A feed, or all feeds of the agency, is a collection; its fields and the scope of its
 * records refine it. Where an agreement does not say what is shared, the asset is the agency's data as such.
 */
final class TargetForm {
    private static final List<String> EDGES = List.of("west", "south", "east", "north");

    private TargetForm() {}

    static JsonNode written(JsonNode target, String assigner) {
        if (target == null) {
            return JsonNodeFactory.instance.textNode(data(assigner));
        }
        Taken plain = new Taken("target", target);
        ArrayNode refinement = Constraints.array();
        ObjectNode asset = JsonNodeFactory.instance.objectNode().put("@type", "AssetCollection");
        asset.put("source", plain.optionalText("feed").map(TargetForm::feed).orElse(feeds(assigner)));
        plain.take("except")
                .filter(except -> !except.isEmpty())
                .ifPresent(except ->
                        refinement.add(Constraints.written("weir:feed", "isNoneOf", Constraints.inOrder(except))));
        plain.take("contractVersion")
                .ifPresent(version -> refinement.add(Constraints.written("odrl:version", "eq", version)));
        plain.take("fields")
                .ifPresent(fields ->
                        refinement.add(Constraints.written("weir:field", "isAnyOf", Constraints.inOrder(fields))));
        plain.take("refinement").ifPresent(scope -> scope(new Taken("refinement", scope), refinement));
        plain.done();
        asset.set("refinement", refinement);
        return asset;
    }

    private static void scope(Taken scope, ArrayNode into) {
        scope.take("where").ifPresent(cel -> into.add(Constraints.written("weir:predicate", "eq", cel)));
        scope.take("recordsFrom")
                .ifPresent(at ->
                        into.add(Constraints.written("weir:eventTime", "gteq", Constraints.value(at, "xsd:dateTime"))));
        scope.take("recordsUntil")
                .ifPresent(at ->
                        into.add(Constraints.written("weir:eventTime", "lt", Constraints.value(at, "xsd:dateTime"))));
        scope.take("within").ifPresent(area -> {
            ObjectNode box = JsonNodeFactory.instance.objectNode().put("@type", "Box");
            box.setAll((ObjectNode) area);
            into.add(Constraints.written("spatial", "isPartOf", box));
        });
        scope.done();
    }

    /** The target in the agreement's own form; null where the asset is the agency's data as such. */
    static ObjectNode read(JsonNode asset, String assigner) {
        if (asset.isTextual()) {
            return notNamed(asset.textValue(), assigner);
        }
        Taken object = new Taken("target", asset);
        if (asset.size() == 1 && asset.has("@id")) {
            return notNamed(object.text("@id"), assigner);
        }
        object.expect("@type", "odrl:AssetCollection");
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        String source = object.text("source");
        if (!source.equals(feeds(assigner))) {
            target.put("feed", Vocabulary.behind(Vocabulary.ID + "feed/", source, "source of the target"));
        }
        Constraints refinement = new Constraints("target", object, "refinement");
        object.done();
        refinement.take("weir:feed", "odrl:isNoneOf").ifPresent(list -> target.set("except", array(list)));
        refinement.take("odrl:version", "odrl:eq").ifPresent(version -> target.set("contractVersion", version));
        refinement.take("weir:field", "odrl:isAnyOf").ifPresent(list -> target.set("fields", array(list)));
        ObjectNode scope = scope(refinement);
        if (!scope.isEmpty()) {
            target.set("refinement", scope);
        }
        refinement.done();
        return target;
    }

    private static ObjectNode notNamed(String iri, String assigner) {
        if (!iri.equals(data(assigner))) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM,
                    "The target “" + iri + "” is neither a collection nor " + data(assigner) + ".");
        }
        return null;
    }

    private static ObjectNode scope(Constraints refinement) {
        ObjectNode scope = JsonNodeFactory.instance.objectNode();
        refinement.take("weir:predicate", "odrl:eq").ifPresent(cel -> scope.set("where", cel));
        refinement.time("weir:eventTime", "odrl:gteq", "xsd:dateTime").ifPresent(at -> scope.set("recordsFrom", at));
        refinement.time("weir:eventTime", "odrl:lt", "xsd:dateTime").ifPresent(at -> scope.set("recordsUntil", at));
        refinement.take("odrl:spatial", "odrl:isPartOf").ifPresent(area -> {
            Taken box = new Taken("area of the target", area);
            box.expect("@type", "weir:Box");
            ObjectNode within = scope.putObject("within");
            EDGES.forEach(edge -> within.set(edge, box.need(edge)));
            box.done();
        });
        return scope;
    }

    private static ArrayNode array(JsonNode list) {
        return Constraints.array().addAll(Taken.elements(list));
    }

    private static String feed(String id) {
        return Vocabulary.ID + "feed/" + id;
    }

    private static String feeds(String agency) {
        return Vocabulary.ID + "agency/" + agency + "/feeds";
    }

    private static String data(String agency) {
        return Vocabulary.ID + "agency/" + agency + "/data";
    }
}
