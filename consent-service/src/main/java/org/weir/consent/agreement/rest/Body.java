package org.weir.consent.agreement.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads what comes with a command. */
public final class Body {
    private Body() {}

    /**
     * A body of that form; a field that is not known is refused, so that nobody thinks it counted.
     *
     * @param none what is meant where there is no body
     */
    public static <T> T read(String body, Class<T> form, T none) {
        if (body == null || body.isBlank()) {
            return none;
        }
        try {
            T read = Json.STRICT.readValue(body, form);
            return read == null ? none : read;
        } catch (JsonProcessingException e) {
            throw malformed();
        }
    }

    /** The changed text in {@code {"document": …}}; null where there is none. */
    public static AgreementDocument changedText(String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        JsonNode tree;
        try {
            tree = Json.STRICT.readTree(body);
        } catch (JsonProcessingException e) {
            throw malformed();
        }
        if (!tree.isObject() || tree.size() > (tree.has("document") ? 1 : 0)) {
            throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is not of the form {\"document\": {…}}.");
        }
        JsonNode document = tree.path("document");
        return document.isMissingNode() || document.isNull() ? null : DocumentReader.read(document.toString());
    }

    /** A text that somebody has to have written. */
    public static String required(String text, String name) {
        if (text == null || text.isBlank()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "It does not say its " + name + '.');
        }
        if (text.length() > LONGEST) {
            throw new Refusal(ErrorCode.BODY_TOO_LARGE, "Its " + name + " is longer than " + LONGEST + " characters.");
        }
        return text;
    }

    /** An hour's minutes fit many times. */
    private static final int LONGEST = 100_000;

    private static Refusal malformed() {
        return new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is not JSON of the documented form.");
    }
}
