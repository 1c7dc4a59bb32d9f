package org.weir.ingest.health;

import org.weir.schemas.problem.ErrorCode;

/** What one poll came to. Nothing a publisher's server does is an exception to the rule. */
public sealed interface PollOutcome {
    /** A message came and was taken. */
    record Took(BatchOutcome batch) implements PollOutcome {}

    /** The server said that nothing is new. */
    record NotModified() implements PollOutcome {}

    /**
     * No message came, or it could not be taken.
     *
     * @param code the stable code
     * @param detail what exactly happened; may be null
     */
    record Failed(ErrorCode code, String detail) implements PollOutcome {}
}
