package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** The board that must approve the parent must approve the child; a child may ask one where the parent asks none. */
final class SameBoard implements Clause {
    @Override
    public String term() {
        return "reviewBoard";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return parent.reviewBoard() == null || parent.reviewBoard().equals(child.reviewBoard())
                ? Optional.empty()
                : Clause.wider(parent.reviewBoard(), child.reviewBoard());
    }
}
