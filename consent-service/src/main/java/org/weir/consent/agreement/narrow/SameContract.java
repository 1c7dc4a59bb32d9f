package org.weir.consent.agreement.narrow;

import java.util.Objects;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** A field of another version of the contract may be another field. */
final class SameContract implements Clause {
    @Override
    public String term() {
        return "target.contractVersion";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        if (parent.target() == null || child.target() == null) {
            return Optional.empty();
        }
        String above = parent.target().contractVersion();
        String below = child.target().contractVersion();
        return Objects.equals(above, below) ? Optional.empty() : Clause.wider(above, below);
    }
}
