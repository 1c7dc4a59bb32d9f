package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** The data are those of the same agency. */
final class SameAssigner implements Clause {
    @Override
    public String term() {
        return "assigner";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return parent.assigner().equals(child.assigner())
                ? Optional.empty()
                : Clause.wider(parent.assigner(), child.assigner());
    }
}
