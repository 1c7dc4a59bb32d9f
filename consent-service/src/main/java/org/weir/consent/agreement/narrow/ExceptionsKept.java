package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** Feeds that the parent leaves out of every feed stay left out. */
final class ExceptionsKept implements Clause {
    @Override
    public String term() {
        return "target.except";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        boolean bound = parent.target() != null
                && child.target() != null
                && child.target().feed() == null;
        return !bound || child.target().except().containsAll(parent.target().except())
                ? Optional.empty()
                : Clause.wider(
                        Words.of(parent.target().except()),
                        Words.of(child.target().except()));
    }
}
