package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** The law that protects the data under the parent protects them under the child. */
final class ConfidentialityKept implements Clause {
    @Override
    public String term() {
        return "grounds.confidentiality";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        String above = law(parent);
        return above == null || above.equals(law(child)) ? Optional.empty() : Clause.wider(above, law(child));
    }

    private static String law(AgreementDocument a) {
        String law = a.grounds() == null ? null : a.grounds().confidentiality();
        return "none".equals(law) ? null : law;
    }
}
