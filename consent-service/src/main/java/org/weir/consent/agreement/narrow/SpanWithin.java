package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Refinement;

/** The span of event times lies within that of the parent. */
final class SpanWithin implements Clause {
    @Override
    public String term() {
        return "target.refinement.recordsFrom";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        Refinement above = Scope.of(parent);
        Refinement below = Scope.of(child);
        boolean from = above.recordsFrom() == null
                || below.recordsFrom() != null && !below.recordsFrom().isBefore(above.recordsFrom());
        boolean until = above.recordsUntil() == null
                || below.recordsUntil() != null && !below.recordsUntil().isAfter(above.recordsUntil());
        return from && until ? Optional.empty() : Clause.wider(span(above), span(below));
    }

    private static String span(Refinement r) {
        return (r.recordsFrom() == null ? "any time" : Wording.day(r.recordsFrom())) + " to "
                + (r.recordsUntil() == null ? "any time" : Wording.day(r.recordsUntil()));
    }
}
