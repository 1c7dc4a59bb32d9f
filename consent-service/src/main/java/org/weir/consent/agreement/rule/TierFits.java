package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Tier;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** A memorandum stands at the root; a sharing agreement says what is shared; nothing inherits from itself. */
final class TierFits implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        String fault = fault(a);
        return fault == null ? Optional.empty() : Optional.of(new Refusal(ErrorCode.AGREEMENT_TIER, fault));
    }

    private static String fault(AgreementDocument a) {
        if (a.tier() == Tier.MOU && a.inheritFrom() != null) {
            return "A memorandum of understanding (MOU) inherits from no agreement.";
        }
        if (a.uid().equals(a.inheritFrom())) {
            return "The agreement inherits from itself.";
        }
        if (a.tier() != Tier.MOU && a.target() == null) {
            return "An agreement of tier " + a.tier() + " must say what is shared, in target.";
        }
        return a.tier() != Tier.DUL && a.emergency() != null ? "Only a licence (DUL) may run in an emergency." : null;
    }
}
