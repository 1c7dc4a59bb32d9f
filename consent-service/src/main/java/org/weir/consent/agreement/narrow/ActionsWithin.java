package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** It allows no action more. */
final class ActionsWithin implements Clause {
    @Override
    public String term() {
        return "actions";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return parent.actions().containsAll(child.actions())
                ? Optional.empty()
                : Clause.wider(Words.of(parent.actions()), Words.of(child.actions()));
    }
}
