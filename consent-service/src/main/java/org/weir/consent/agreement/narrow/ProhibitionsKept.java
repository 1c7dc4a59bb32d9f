package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** What the parent prohibits, the child prohibits; it may prohibit more. */
final class ProhibitionsKept implements Clause {
    @Override
    public String term() {
        return "prohibitions";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return child.prohibitions().containsAll(parent.prohibitions())
                ? Optional.empty()
                : Clause.wider(Words.of(parent.prohibitions()), Words.of(child.prohibitions()));
    }
}
