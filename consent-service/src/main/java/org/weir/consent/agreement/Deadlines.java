package org.weir.consent.agreement;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an agreement may wait. Agreements take up to two years; deadlines move them. A board says itself how many
 * days it has.
 *
 * @param answer for the other party's answer to a request or an offer
 * @param signature for each of the two signatures
 */
public record Deadlines(Duration answer, Duration signature) {
    /** What is kept unless it is set otherwise. */
    public static final Deadlines USUAL = new Deadlines(Duration.ofDays(60), Duration.ofDays(60));

    /** Who has not acted this long before the end is reminded for the last time. */
    private static final Duration LAST_CALL = Duration.ofDays(3);

    /**
     * When somebody is reminded who lets a deadline come near: halfway, then three days before.
     *
     * @param reminders how many there have been
     * @return null where there is no further one
     */
    static Instant nextReminder(Instant since, Instant deadline, int reminders) {
        if (deadline == null) {
            return null;
        }
        Instant half = since.plus(Duration.between(since, deadline).dividedBy(2));
        Instant last = deadline.minus(LAST_CALL);
        if (reminders == 0) {
            return half;
        }
        return reminders == 1 && last.isAfter(half) ? last : null;
    }
}
