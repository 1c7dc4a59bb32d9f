package org.weir.consent.preview;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One rule or obligation, and what it said.
 *
 * @param rule its name
 * @param outcome what it came to
 * @param sentence the same in words
 */
public record Step(String rule, Result outcome, String sentence) {
    /** What a step may come to. */
    public enum Result {
        /** It has no objection. */
        @JsonProperty("passes")
        PASSES,
        /** Because of it nothing flows. */
        @JsonProperty("stops")
        STOPS,
        /** The record flows, but not as it came. */
        @JsonProperty("changes")
        CHANGES,
        /** Something before it stopped the record, or there is no record. */
        @JsonProperty("not reached")
        NOT_REACHED
    }
}
