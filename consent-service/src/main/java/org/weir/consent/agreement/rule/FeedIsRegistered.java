package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Its feed exists; where every feed is meant, there is one. */
final class FeedIsRegistered implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        if (feed != null) {
            return Optional.empty();
        }
        String missing = a.target().feed() == null
                ? "of " + a.assigner()
                : a.target().feed().value();
        return Optional.of(new Refusal(ErrorCode.AGREEMENT_UNKNOWN_FEED, "No feed " + missing + " is registered."));
    }
}
