package org.weir.consent.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.weir.schemas.agreement.Obligation;

/**
 * When and how many records flow under a plan.
 *
 * @param delay how long after its event time a record is released; null where it is not held back
 * @param limit how many may flow; null for any number
 */
public record Delivery(Duration delay, Limit limit) {
    private static final String DELAY = "delay";

    /** Everything, at once. */
    public static final Delivery AT_ONCE = new Delivery(null, null);

    public Delivery {
        if (delay != null && delay.isNegative()) {
            throw new IllegalArgumentException("A delay is not negative.");
        }
    }

    /**
     * For an agreement that withholds because something in it is not understood: its delay, where that can still be made
     * out. What holds records back stays with its own worker, which has not come as far as the others.
     */
    static Delivery asFarAsUnderstood(List<Obligation> obligations) {
        for (Obligation each : obligations) {
            try {
                if (DELAY.equals(each.action())) {
                    return new Delivery(Duration.parse(each.with().get("by")), null);
                }
            } catch (DateTimeParseException | NullPointerException | IllegalArgumentException e) {
                return AT_ONCE;
            }
        }
        return AT_ONCE;
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
