package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** The predicate is the same, or the same and more: {@code (parent) && …}. */
final class PredicateKept implements Clause {
    @Override
    public String term() {
        return "target.refinement.where";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        String above = Scope.of(parent).where();
        String below = Scope.of(child).where();
        return above == null || below != null && Conjunction.keeps(above, below)
                ? Optional.empty()
                : Clause.wider(above, below);
    }
}
