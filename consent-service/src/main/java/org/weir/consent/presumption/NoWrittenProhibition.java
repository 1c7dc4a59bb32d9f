package org.weir.consent.presumption;

import java.util.Optional;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What another law forbids is not presumed, once the owner has said so in writing and named that law. */
final class NoWrittenProhibition implements DrawRule {
    @Override
    public Optional<Refusal> objection(DrawCase of) {
        return of.prohibitions().stream()
                .filter(each -> each.feed().equals(of.draw().feed()))
                .findFirst()
                .map(each -> new Refusal(
                        ErrorCode.AGREEMENT_PROHIBITED,
                        each.feed().agency() + " filed that " + each.citation() + " forbids sharing " + each.feed()
                                + ": " + each.reason()));
    }
}
