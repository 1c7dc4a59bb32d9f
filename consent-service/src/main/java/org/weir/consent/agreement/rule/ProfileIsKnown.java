package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Its vocabulary is one that this version understands in full. */
final class ProfileIsKnown implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return AgreementDocument.PROFILE.equals(a.profile())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_UNKNOWN_PROFILE,
                        "The profile is " + a.profile() + "; known is " + AgreementDocument.PROFILE + "."));
    }
}
