package org.weir.consent.agreement.words;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing in which two versions of an agreement differ.
 *
 * @param clause the term, e.g. {@code target.fields}
 * @param sentence what changes, in words
 * @param effect whether more or less may flow, or be done, by it
 */
public record Change(String clause, String sentence, Effect effect) {
    /** What a change does. One that cannot be shown to narrow, and is not without effect, widens. */
    public enum Effect {
        @JsonProperty("narrows")
        NARROWS,
        @JsonProperty("widens")
        WIDENS,
        @JsonProperty("neither")
        NEITHER;

        Effect opposite() {
            return this == NARROWS ? WIDENS : this == WIDENS ? NARROWS : this;
        }
    }
}
