package org.weir.consent.agreement.narrow;

import java.time.Instant;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** It does not begin before its parent. */
final class BeginsWithin implements Clause {
    @Override
    public String term() {
        return "effectiveFrom";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        Instant above = parent.effectiveFrom();
        Instant below = child.effectiveFrom();
        return above == null || below != null && !below.isBefore(above)
                ? Optional.empty()
                : Clause.wider(above, below == null ? "at once" : below);
    }
}
