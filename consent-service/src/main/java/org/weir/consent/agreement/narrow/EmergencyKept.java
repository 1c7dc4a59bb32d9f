package org.weir.consent.agreement.narrow;

import java.util.Objects;
import java.util.Optional;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Emergency;

/** The usual course is left only where the parent leaves it, by the same declaration and no longer. */
final class EmergencyKept implements Clause {
    @Override
    public String term() {
        return "emergency";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        Emergency above = parent.emergency();
        Emergency below = child.emergency();
        if (above == null || below == null) {
            return above == below ? Optional.empty() : Clause.wider(said(above), said(below));
        }
        boolean within = Objects.equals(above.declaration(), below.declaration())
                && !(above.sunset() != null
                        && (below.sunset() == null || below.sunset().isAfter(above.sunset())))
                && !(above.reviewBy() != null
                        && (below.reviewBy() == null || below.reviewBy().isAfter(above.reviewBy())));
        return within ? Optional.empty() : Clause.wider(said(above), said(below));
    }

    private static String said(Emergency e) {
        return e == null
                ? "no emergency"
                : "the emergency " + e.declaration() + " until " + Wording.day(e.sunset(), "any time")
                        + ", reviewed by " + Wording.day(e.reviewBy(), "no set day");
    }
}
