package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** A version takes the place of the one before it. */
final class VersionFollows implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        Integer before = a.supersedes();
        return before == null || before == a.version() - 1
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_VERSION,
                        "Version " + a.version() + " cannot take the place of version " + before + "."));
    }
}
