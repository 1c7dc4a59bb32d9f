package org.weir.consent.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.weir.schemas.agreement.Obligation;

/**
 * When and how many records flow under a plan.
 *
 * @param delay how long after its event time a record is released; null where it is not held back
 * @param limit how many may flow; null for any number
 */
public record Delivery(Duration delay, Limit limit) {
    public static final String DELAY = "delay";
    public static final String LIMIT_USE = "limitUse";

    /** Everything, at once. */
    public static final Delivery AT_ONCE = new Delivery(null, null);

    public Delivery {
        if (delay != null && delay.isNegative()) {
            throw new IllegalArgumentException("A delay is not negative.");
        }
    }

    /** Whether the obligation is about delivery, and not about what a record says. */
    public static boolean is(Obligation obligation) {
        return DELAY.equals(obligation.action()) || LIMIT_USE.equals(obligation.action());
    }

    /**
     * What the obligations say of delivery.
     *
     * @throws IllegalArgumentException where one of them says something else than {@code delay {by}} and
     *     {@code limitUse {records, per}} may, or one stands twice
     */
    public static Delivery of(List<Obligation> obligations) {
        Duration delay = null;
        Limit limit = null;
        for (Obligation each : obligations) {
            if (!is(each)) {
                continue;
            }
            boolean isDelay = DELAY.equals(each.action());
            boolean twice = isDelay ? delay != null : limit != null;
            if (each.field() != null || twice) {
                throw new IllegalArgumentException("An obligation on delivery is about the whole record, and once.");
            }
            if (isDelay) {
                delay = delay(each);
            } else {
                limit = Limit.of(each);
            }
        }
        return new Delivery(delay, limit);
    }

    /** The same, and at once where that cannot be made out. */
    static Delivery asFarAsUnderstood(List<Obligation> obligations) {
        try {
            return of(obligations);
        } catch (RuntimeException e) {
            return AT_ONCE;
        }
    }

    private static Duration delay(Obligation o) {
        try {
            if (!o.with().keySet().equals(Set.of("by"))) {
                throw new IllegalArgumentException("A delay names its length and nothing else.");
            }
            return Duration.parse(o.with().get("by"));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A delay is a duration of ISO 8601, e.g. PT15M.", e);
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

        private static Limit of(Obligation o) {
            String per = o.with().get("per");
            if (!o.with().keySet().equals(Set.of("records", "per"))
                    || !Set.of("day", "total").contains(per)) {
                throw new IllegalArgumentException("A cap names its records, and whether per day or in total.");
            }
            return new Limit(Long.parseLong(o.with().get("records")), per.equals("day"));
        }
    }
}
