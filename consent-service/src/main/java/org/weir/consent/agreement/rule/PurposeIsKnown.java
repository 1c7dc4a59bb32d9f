package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Its purpose is in the tree of purposes. */
final class PurposeIsKnown implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return Purpose.of(a.purpose()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(ErrorCode.AGREEMENT_UNKNOWN_PURPOSE, "There is no purpose " + a.purpose() + "."));
    }
}
