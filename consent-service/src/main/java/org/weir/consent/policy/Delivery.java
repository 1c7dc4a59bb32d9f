package org.weir.consent.policy;

import java.time.Duration;
import java.util.Map;

/**
 * When and how many records flow under a plan, and how long they are kept.
 *
 * @param delay how long after its event time a record is released; null where it is not held back
 * @param limit how many may flow; null for any number
 * @param kept the shared topic's settings: retention as agreed; empty for those of the declaration
 */
public record Delivery(Duration delay, Limit limit, Map<String, String> kept) {
    /** Everything, at once. */
    public static final Delivery AT_ONCE = new Delivery(null, null, Map.of());

    public Delivery {
        kept = Map.copyOf(kept);
        if (delay != null && delay.isNegative()) {
            throw new IllegalArgumentException("A delay is not negative.");
        }
    }

    /**
     * A cap.
     *
     * @param records how many records may flow
     * @param daily whether in each day (UTC), or ever
     */
    public record Limit(long records, boolean daily) {
        public Limit {
            if (records < 0) {
                throw new IllegalArgumentException("A cap is not negative.");
            }
        }
    }
}
