package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.transform.term.TermFault;
import org.weir.consent.transform.term.Terms;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.Refusal;

/** The scope's predicate is one over the contract's fields, and its area means something of them. */
final class ScopeFitsRecords implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        try {
            Terms.scope(a.target().refinement(), feed.contract());
            return Optional.empty();
        } catch (TermFault e) {
            return Optional.of(new Refusal(e.code(), e.getMessage()));
        }
    }
}
