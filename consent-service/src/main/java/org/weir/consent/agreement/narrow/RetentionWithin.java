package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** Nothing is kept for longer. */
final class RetentionWithin implements Clause {
    @Override
    public String term() {
        return "retentionDays";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return child.retentionDays() <= parent.retentionDays()
                ? Optional.empty()
                : Clause.wider(parent.retentionDays() + " days", child.retentionDays() + " days");
    }
}
