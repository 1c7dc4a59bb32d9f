package org.weir.consent.agreement.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads an agreement that somebody sends. A term that is not known refuses the whole: it must not be passed over. */
public final class DocumentReader {
    private DocumentReader() {}

    public static AgreementDocument read(String json) {
        if (json == null || json.isBlank()) {
            throw unreadable("The body is empty.");
        }
        try {
            AgreementDocument document = Json.STRICT.readValue(json, AgreementDocument.class);
            if (document == null) {
                throw unreadable("The body is null.");
            }
            return document;
        } catch (UnrecognizedPropertyException e) {
            throw unreadable("The term " + path(e) + " is not known.");
        } catch (JsonMappingException e) {
            Throwable why = e.getCause();
            throw unreadable(
                    why instanceof IllegalArgumentException
                            ? "At " + path(e) + ": " + why.getMessage()
                            : "The value at " + path(e) + " does not fit.");
        } catch (JsonProcessingException e) {
            throw unreadable("It is no JSON from line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + " on.");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Refusal unreadable(String detail) {
        return new Refusal(ErrorCode.AGREEMENT_UNREADABLE, detail);
    }
}
