package org.weir.consent.odrl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * An object of which each member is taken once, and of which in the end none may be left: what nobody asked for would be
 * a rule that nobody keeps.
 */
final class Taken {
    private final String where;
    private final Map<String, JsonNode> left = new LinkedHashMap<>();

    /**
     * The members of an object.
     *
     * @param where what the object is, for sentences: {@code permission}
     */
    Taken(String where, JsonNode object) {
        this.where = where;
        if (!object.isObject()) {
            throw unreadable("must be an object");
        }
        object.fields().forEachRemaining(each -> {
            if (each.getValue().isNull()) {
                throw unreadable("says nothing of " + each.getKey() + "; leave it out");
            }
            if (left.put(Vocabulary.term(each.getKey()), each.getValue()) != null) {
                throw unreadable("says " + each.getKey() + " twice");
            }
        });
    }

    Optional<JsonNode> take(String term) {
        return Optional.ofNullable(left.remove(term));
    }

    JsonNode need(String term) {
        return take(term).orElseThrow(() -> unreadable("does not say its " + term));
    }

    /** A text or an IRI, written plain or as {@code {"@id": …}}. */
    String text(String term) {
        return text(term, need(term));
    }

    Optional<String> optionalText(String term) {
        return take(term).map(value -> text(term, value));
    }

    private String text(String term, JsonNode value) {
        JsonNode plain = value.isObject() && value.size() == 1 && value.has("@id") ? value.get("@id") : value;
        if (!plain.isTextual()) {
            throw unreadable("must say its " + term + " as text");
        }
        return plain.textValue();
    }

    /** A value that is a term, with its prefix. */
    String value(String term) {
        return Vocabulary.value(text(term));
    }

    /** The elements of an array, in order; one that stands for itself; none where the term is absent. */
    List<JsonNode> list(String term) {
        return take(term).map(Taken::elements).orElse(List.of());
    }

    static List<JsonNode> elements(JsonNode value) {
        JsonNode array = value.isObject() && value.size() == 1 && value.has("@list") ? value.get("@list") : value;
        List<JsonNode> elements = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(elements::add);
        } else {
            elements.add(array);
        }
        return elements;
    }

    void expect(String term, String value) {
        String said = value(term);
        if (!said.equals(value)) {
            throw unknown("says " + term + " “" + said + "”; known is " + value);
        }
    }

    /** Refuses what nobody took. */
    void done() {
        if (!left.isEmpty()) {
            throw unknown("says “" + left.keySet().iterator().next() + "”, which is not known there");
        }
    }

    Refusal unreadable(String what) {
        return new Refusal(ErrorCode.AGREEMENT_UNREADABLE, "The " + where + " " + what + ".");
    }

    Refusal unknown(String what) {
        return new Refusal(ErrorCode.AGREEMENT_UNKNOWN_TERM, "The " + where + " " + what + ".");
    }
}
