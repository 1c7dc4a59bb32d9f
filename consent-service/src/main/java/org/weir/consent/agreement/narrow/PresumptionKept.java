package org.weir.consent.agreement.narrow;

import java.util.Objects;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** A law that presumes sharing stands for a signature only where it does so for the parent. */
final class PresumptionKept implements Clause {
    @Override
    public String term() {
        return "presumption";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return Objects.equals(parent.presumption(), child.presumption())
                ? Optional.empty()
                : Clause.wider(parent.presumption(), child.presumption());
    }
}
