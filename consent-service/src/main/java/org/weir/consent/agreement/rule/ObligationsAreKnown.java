package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.transform.term.TermFault;
import org.weir.consent.transform.term.Terms;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.Refusal;

/** Every obligation is one that enforcers carry out, in words that they know. */
final class ObligationsAreKnown implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        try {
            Terms.known(a.obligations());
            return Optional.empty();
        } catch (TermFault e) {
            return Optional.of(new Refusal(e.code(), e.getMessage()));
        }
    }
}
