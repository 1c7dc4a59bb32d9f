package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** Where the parent says what is shared, so does the child. */
final class TargetKept implements Clause {
    @Override
    public String term() {
        return "target";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return parent.target() == null || child.target() != null
                ? Optional.empty()
                : Clause.wider("what is shared", null);
    }
}
