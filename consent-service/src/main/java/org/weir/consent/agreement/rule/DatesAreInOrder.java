package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** It begins before it ends. */
final class DatesAreInOrder implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        boolean upsideDown = a.effectiveFrom() != null
                && a.expires() != null
                && !a.effectiveFrom().isBefore(a.expires());
        return upsideDown
                ? Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_DATES,
                        "It begins " + Wording.day(a.effectiveFrom()) + " and ends " + Wording.day(a.expires()) + "."))
                : Optional.empty();
    }
}
