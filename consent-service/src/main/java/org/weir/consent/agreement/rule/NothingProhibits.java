package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Where a written prohibition forbids the sharing, no agreement allows it. */
final class NothingProhibits implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        String citation = a.grounds() == null ? null : a.grounds().prohibition();
        return citation == null || citation.isBlank()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_PROHIBITED, "Its grounds name a written prohibition: " + citation + "."));
    }
}
