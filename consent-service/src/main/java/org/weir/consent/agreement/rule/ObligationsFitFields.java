package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.transform.term.TermFault;
import org.weir.consent.transform.term.Terms;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.Refusal;

/** Obligations are on fields that flow and bear them, and may stand together. Enforcers read them by the same code. */
final class ObligationsFitFields implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        try {
            Terms.fit(a, feed.contract(), feed.timezone());
            return Optional.empty();
        } catch (TermFault e) {
            return Optional.of(new Refusal(e.code(), e.getMessage()));
        }
    }
}
