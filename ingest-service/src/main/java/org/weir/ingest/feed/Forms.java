package org.weir.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What the fields of both forms have in common. */
final class Forms {
    /** A page shows titles and names on one line; an address longer than this is no address. */
    private static final int LONGEST_TEXT = 200;

    private static final int LONGEST_ADDRESS = 2000;

    private Forms() {}

    static String text(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The field " + field + " is missing.");
        }
        if (value.length() > LONGEST_TEXT) {
            throw new Refusal(
                    ErrorCode.MALFORMED_REQUEST,
                    "The field " + field + " is longer than " + LONGEST_TEXT + " characters.");
        }
        return value.strip();
    }

    static URI address(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The field " + field + " is missing.");
        }
        try {
            URI uri = new URI(value.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null && value.length() <= LONGEST_ADDRESS) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Answered below: the sentence is the same for every way of being no address.
        }
        throw new Refusal(ErrorCode.BAD_URL, "The field " + field + " holds no http or https address.");
    }
}
