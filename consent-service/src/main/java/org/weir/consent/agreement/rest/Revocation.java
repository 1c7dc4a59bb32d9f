package org.weir.consent.agreement.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.weir.consent.topic.Json;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What is sent to revoke.
 *
 * @param reason why, in the officer's words; may be empty
 */
public record Revocation(String reason) {
    public Revocation {
        reason = reason == null ? "" : reason;
    }

    /** Reads the body. None is needed: nobody who wants to stop a flow should fail for want of a form. */
    static Revocation read(String body) {
        if (body == null || body.isBlank()) {
            return new Revocation("");
        }
        try {
            return Json.TOLERANT.readValue(body, Revocation.class);
        } catch (JsonProcessingException e) {
            throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is not of the form {\"reason\": \"…\"}.");
        }
    }
}
