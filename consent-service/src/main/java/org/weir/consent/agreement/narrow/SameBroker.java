package org.weir.consent.agreement.narrow;

import java.util.Objects;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** Nobody else comes to hold the raw data in between. */
final class SameBroker implements Clause {
    @Override
    public String term() {
        return "honestBroker";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return Objects.equals(parent.honestBroker(), child.honestBroker())
                ? Optional.empty()
                : Clause.wider(parent.honestBroker(), child.honestBroker());
    }
}
