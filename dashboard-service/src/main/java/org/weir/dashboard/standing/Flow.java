package org.weir.dashboard.standing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether records of a feed come. */
public enum Flow {
    /** They came in the last minute. */
    FLOWING("flowing"),
    /** They may come, and none has for a while. */
    QUIET("quiet"),
    /** The agreement rests: none may come for the time being. */
    SUSPENDED("suspended"),
    /** The agreement is over: none may come. */
    ENDED("ended"),
    /** There is no agreement. */
    NONE("none");

    private final String word;

    Flow(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
