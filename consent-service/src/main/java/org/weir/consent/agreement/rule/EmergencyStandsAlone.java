package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * An emergency inherits from nothing. It leaves the course in which a text is held against its parent, and would claim
 * bounds that nobody compared it with.
 */
final class EmergencyStandsAlone implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return a.emergency() == null || a.inheritFrom() == null
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_EMERGENCY,
                        "An emergency inherits from no agreement, and this one names " + a.inheritFrom()
                                + "; leave inheritFrom out, or go the usual course under the parent."));
    }
}
