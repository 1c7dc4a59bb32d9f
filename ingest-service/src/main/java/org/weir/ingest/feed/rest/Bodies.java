package org.weir.ingest.feed.rest;

import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What every form has in common: that it came. */
final class Bodies {
    private Bodies() {}

    static <T> T required(T form) {
        if (form == null) {
            throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is missing.");
        }
        return form;
    }
}
