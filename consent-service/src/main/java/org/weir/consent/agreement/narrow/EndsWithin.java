package org.weir.consent.agreement.narrow;

import java.time.Instant;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** It does not outlast its parent. */
final class EndsWithin implements Clause {
    @Override
    public String term() {
        return "expires";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        Instant above = parent.expires();
        Instant below = child.expires();
        return above == null || below != null && !below.isAfter(above)
                ? Optional.empty()
                : Clause.wider(above, below == null ? "until revoked" : below);
    }
}
