package org.weir.consent.preview.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.weir.consent.agreement.rest.DocumentReader;
import org.weir.consent.preview.source.RecentRecords;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What somebody asks about a text, as they sent it. A word that is not known refuses the whole. */
final class Question {
    private static final int RECORDS = 500;

    private final JsonNode body;

    private Question(JsonNode body) {
        this.body = body;
    }

    /** @param words what may be asked; everything else is a mistake that must not be passed over */
    static Question read(String json, String... words) {
        try {
            JsonNode body = Json.STRICT.readTree(json == null ? "" : json);
            if (!body.isObject()) {
                throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is no JSON object.");
            }
            List<String> known = Arrays.asList(words);
            body.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw new Refusal(
                            ErrorCode.MALFORMED_REQUEST,
                            "The word " + name + " is not known; known are " + known + ".");
                }
            });
            return new Question(body);
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    ErrorCode.MALFORMED_REQUEST,
                    "It is no JSON from line " + e.getLocation().getLineNr() + " on.");
        }
    }

    AgreementDocument document(String word) {
        JsonNode document = body.get(word);
        return DocumentReader.read(document == null || document.isNull() ? null : document.toString());
    }

    /** How many records are to be replayed. */
    int records() {
        JsonNode records = body.path("records");
        if (records.isMissingNode() || records.isNull()) {
            return RECORDS;
        }
        if (!records.isInt() || records.asInt() < 0 || records.asInt() > RecentRecords.MOST) {
            throw new Refusal(
                    ErrorCode.MALFORMED_REQUEST, "The number of records is from 0 to " + RecentRecords.MOST + ".");
        }
        return records.asInt();
    }

    /** The record that was sent along, or null. */
    byte[] record() {
        JsonNode record = body.path("record");
        return record.isMissingNode() || record.isNull() ? null : Json.bytes(record);
    }

    /** The purpose that was declared, or null. */
    String purpose() {
        return body.path("purpose").asText(null);
    }

    /** The feed that was meant where a text covers several, or null. */
    FeedId feed() {
        String feed = body.path("feed").asText(null);
        try {
            return feed == null ? null : FeedId.of(feed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_ID, e.getMessage());
        }
    }
}
