package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Purpose;

/** The purpose is the same or one below it in the tree. */
final class PurposeWithin implements Clause {
    @Override
    public String term() {
        return "purpose";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        Optional<Purpose> above = Purpose.of(parent.purpose());
        Optional<Purpose> below = Purpose.of(child.purpose());
        return above.isPresent() && below.isPresent() && above.get().includes(below.get())
                ? Optional.empty()
                : Clause.wider(parent.purpose(), child.purpose());
    }
}
