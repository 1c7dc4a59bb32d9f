package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Its feed exists. */
final class FeedIsRegistered implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return feed != null
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_UNKNOWN_FEED,
                        "No feed " + a.target().feed() + " is registered."));
    }
}
