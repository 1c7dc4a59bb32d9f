package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Prohibition;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What it allows it does not prohibit at the same time: somebody meant one of the two. */
final class ActionsAreNotProhibited implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        boolean both =
                a.actions().contains(Action.DISTRIBUTE) && a.prohibitions().contains(Prohibition.REDISTRIBUTE);
        return both
                ? Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_ACTIONS, "It allows to distribute, and prohibits to redistribute."))
                : Optional.empty();
    }
}
