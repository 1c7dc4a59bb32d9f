package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows from the agreement's last second on, whether or not anybody has said so yet. */
final class NotExpired implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        boolean over =
                plan.endedAs() == AgreementState.EXPIRED || !request.now().isBefore(plan.expires());
        return over ? Optional.of(ReasonCode.AGREEMENT_EXPIRED) : Optional.empty();
    }

    @Override
    public String promise() {
        return "The agreement's last second has not come.";
    }
}
