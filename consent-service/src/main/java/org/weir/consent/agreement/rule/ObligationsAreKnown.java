package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Every obligation is one that enforcers carry out. */
final class ObligationsAreKnown implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        for (Obligation o : a.obligations()) {
            if (o == null || !Obligation.PSEUDONYMISE.equals(o.action())) {
                return Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION,
                        "There is no obligation " + (o == null ? null : o.action()) + "; known is "
                                + Obligation.PSEUDONYMISE + "."));
            }
        }
        return Optional.empty();
    }
}
