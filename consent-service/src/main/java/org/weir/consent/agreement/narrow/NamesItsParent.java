package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** It is held against the agreement that it names, and no other. */
final class NamesItsParent implements Clause {
    @Override
    public String term() {
        return "inheritFrom";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return parent.uid().equals(child.inheritFrom())
                ? Optional.empty()
                : Optional.of(
                        "The parent is " + parent.uid() + "; the child inherits from " + child.inheritFrom() + ".");
    }
}
