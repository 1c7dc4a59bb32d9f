package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Nobody gives away what is not theirs. */
final class AssignerOwnsFeed implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return a.assigner().equals(feed.id().agency())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_WRONG_OWNER,
                        "The feed " + feed.id() + " belongs to " + feed.id().agency() + ", not to " + a.assigner()
                                + "."));
    }
}
