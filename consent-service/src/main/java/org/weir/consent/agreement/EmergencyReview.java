package org.weir.consent.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Emergency;

/**
 * The look that both parties owe an emergency's agreement by a day that it names: to make it regular, to end it, or to let
 * it end. An amendment that the other party has before it is that look.
 */
final class EmergencyReview {
    /** An emergency lasts thirty days at most: a week is time to draft, and not so long that nobody looks any more. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private EmergencyReview() {}

    /** By when it is owed; empty where it is not. */
    static Optional<Instant> by(Agreement agreement) {
        Emergency emergency = agreement.document().emergency();
        boolean inForce = agreement.state() == AgreementState.ACTIVE || agreement.state() == AgreementState.SUSPENDED;
        boolean underWay = agreement.proposed() != null && agreement.proposed().state() != AgreementState.DRAFT;
        return emergency == null || !inForce || underWay ? Optional.empty() : Optional.ofNullable(emergency.reviewBy());
    }

    /** From when on it waits for both parties. */
    static Instant waitsFrom(Agreement agreement, Instant by) {
        Instant ahead = by.minus(AHEAD);
        Instant since = agreement.current().since();
        return ahead.isAfter(since) ? ahead : since;
    }

    /** When somebody has to be reminded, as of any deadline; null where there is no further reminder. */
    static Instant nextReminder(Agreement agreement) {
        Instant since = agreement.current().since();
        return by(agreement)
                .filter(since::isBefore)
                .map(by -> Deadlines.nextReminder(since, by, agreement.current().reminders()))
                .orElse(null);
    }
}
