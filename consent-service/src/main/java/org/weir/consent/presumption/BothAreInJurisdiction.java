package org.weir.consent.presumption;

import java.util.Optional;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The law binds those whom it names: the one that asks, and the agency whose feed it is. */
final class BothAreInJurisdiction implements DrawRule {
    @Override
    public Optional<Refusal> objection(DrawCase of) {
        Jurisdiction law = of.jurisdiction();
        if (!law.members().contains(of.draw().member())) {
            return refused(of.draw().member() + " is no member of " + law.name() + ", whose law is " + law.citation());
        }
        if (!law.agencies().contains(of.draw().feed().agency())) {
            return refused(
                    of.draw().feed().agency() + " is no agency of " + law.name() + ", whose law is " + law.citation());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(String detail) {
        return Optional.of(new Refusal(ErrorCode.PRESUMPTION_OUTSIDE, detail + "."));
    }
}
