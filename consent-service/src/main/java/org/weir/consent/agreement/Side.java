package org.weir.consent.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A party to an agreement. */
public enum Side {
    /** The agency whose data it is. */
    @JsonProperty("assigner")
    ASSIGNER("agency"),
    /** Who receives it. */
    @JsonProperty("assignee")
    ASSIGNEE("recipient");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** Its name in a sentence. */
    public String word() {
        return word;
    }

    public Side other() {
        return this == ASSIGNER ? ASSIGNEE : ASSIGNER;
    }
}
