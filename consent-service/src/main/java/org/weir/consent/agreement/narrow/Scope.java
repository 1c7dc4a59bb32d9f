package org.weir.consent.agreement.narrow;

import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Refinement;

/** Which records an agreement is about; where it does not say, all. */
final class Scope {
    private Scope() {}

    static Refinement of(AgreementDocument a) {
        return a.target() == null || a.target().refinement() == null
                ? Refinement.ALL
                : a.target().refinement();
    }
}
