package org.weir.consent.review;

import java.time.Instant;

/**
 * A member's vote; a later one of the same member takes its place until the board has decided.
 *
 * @param by the member
 * @param comment why, in the member's words; may be empty
 */
public record Ballot(String by, Vote vote, String comment, Instant at) {
    public Ballot {
        comment = comment == null ? "" : comment;
    }
}
