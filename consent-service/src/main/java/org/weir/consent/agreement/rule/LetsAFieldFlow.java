package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** An agreement under which nothing flows is a mistake. */
final class LetsAFieldFlow implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return !a.target().fields().isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(ErrorCode.AGREEMENT_EMPTY, "The list target.fields is empty."));
    }
}
