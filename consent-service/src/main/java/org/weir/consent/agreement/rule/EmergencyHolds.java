package org.weir.consent.agreement.rule;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Emergency;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** An emergency is declared somewhere, is short, and ends by itself. */
final class EmergencyHolds implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        String fault = a.emergency() == null ? null : fault(a, a.emergency());
        return fault == null ? Optional.empty() : Optional.of(new Refusal(ErrorCode.AGREEMENT_EMERGENCY, fault));
    }

    private static String fault(AgreementDocument a, Emergency e) {
        if (e.declaration() == null || e.declaration().isBlank()) {
            return "It does not cite its declaration.";
        }
        if (e.sunset() == null || !e.sunset().equals(a.expires())) {
            return "Its sunset is " + Wording.day(e.sunset(), "not said") + ", but the agreement expires "
                    + Wording.day(a.expires(), "never") + ".";
        }
        if (a.effectiveFrom() != null
                && e.sunset().isAfter(a.effectiveFrom().plus(Emergency.MOST_DAYS, ChronoUnit.DAYS))) {
            return "It lasts from " + Wording.day(a.effectiveFrom()) + " to " + Wording.day(e.sunset())
                    + ", longer than " + Emergency.MOST_DAYS + " days.";
        }
        return null;
    }
}
