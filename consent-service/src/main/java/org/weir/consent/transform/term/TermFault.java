package org.weir.consent.transform.term;

import org.weir.schemas.problem.ErrorCode;

/** Something in an agreement's terms that is not understood, or does not fit its feed. */
public final class TermFault extends Exception {
    private final ErrorCode code;

    /** @param detail which clause and what is wrong with it, in a sentence */
    TermFault(ErrorCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
