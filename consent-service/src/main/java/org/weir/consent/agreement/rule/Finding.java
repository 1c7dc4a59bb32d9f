package org.weir.consent.agreement.rule;

import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What is wrong with an agreement's text, and where.
 *
 * @param clause the term that it is about, e.g. {@code target.fields}
 * @param code which rule
 * @param detail what exactly, in a sentence
 */
public record Finding(String clause, ErrorCode code, String detail) {
    /** The same as the refusal of a command. */
    public Refusal refusal() {
        return new Refusal(code, detail);
    }
}
