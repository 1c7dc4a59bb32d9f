package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** A sharing agreement comes under a memorandum, a licence under either; never the other way round. */
final class LaterTier implements Clause {
    @Override
    public String term() {
        return "tier";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return child.tier().compareTo(parent.tier()) > 0 ? Optional.empty() : Clause.wider(parent.tier(), child.tier());
    }
}
