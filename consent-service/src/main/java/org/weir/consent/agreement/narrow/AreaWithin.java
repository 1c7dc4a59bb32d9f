package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Refinement.Area;

/** The area lies inside that of the parent. */
final class AreaWithin implements Clause {
    @Override
    public String term() {
        return "target.refinement.within";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        Area above = Scope.of(parent).within();
        Area below = Scope.of(child).within();
        return above == null || below != null && inside(above, below) ? Optional.empty() : Clause.wider(above, below);
    }

    /** Written so that a coordinate that is no number lies nowhere. */
    private static boolean inside(Area outer, Area inner) {
        return inner.west() >= outer.west()
                && inner.east() <= outer.east()
                && inner.south() >= outer.south()
                && inner.north() <= outer.north();
    }
}
