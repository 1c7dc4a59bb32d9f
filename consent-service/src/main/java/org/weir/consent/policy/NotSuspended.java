package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows while an agreement rests. */
final class NotSuspended implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return plan.state() == AgreementState.SUSPENDED
                ? Optional.of(ReasonCode.AGREEMENT_SUSPENDED)
                : Optional.empty();
    }

    @Override
    public String promise() {
        return "The agreement does not rest.";
    }
}
