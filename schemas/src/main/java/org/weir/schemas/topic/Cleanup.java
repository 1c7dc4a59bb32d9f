package org.weir.schemas.topic;

/** How a topic forgets: by time, or by keeping only the newest value of each key. */
public enum Cleanup {
    TIME("delete"),
    COMPACT("compact");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** Kafka's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}
