package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Tier;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** A licence whose recipient may not read is none; nor is an agreement that allows nothing. */
final class LicenceMayBeRead implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        boolean nothing =
                a.actions().isEmpty() || a.tier() == Tier.DUL && !a.actions().contains(Action.READ);
        return nothing
                ? Optional.of(new Refusal(ErrorCode.AGREEMENT_ACTIONS, "The recipient may not read what is shared."))
                : Optional.empty();
    }
}
