package org.weir.schemas.topic;

/** How a topic forgets: by time, by keeping only the newest value of each key, or both. */
public enum Cleanup {
    TIME("delete"),
    COMPACT("compact"),
    /** Only the newest value of each key, and that for a time after it was written, whatever its event time. */
    COMPACT_FOR_A_TIME("compact,delete");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** Kafka's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}
