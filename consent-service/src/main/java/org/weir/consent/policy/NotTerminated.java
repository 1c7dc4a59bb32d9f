package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows under an agreement that was ended because it was broken. */
final class NotTerminated implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return plan.endedAs() == AgreementState.TERMINATED
                ? Optional.of(ReasonCode.AGREEMENT_TERMINATED)
                : Optional.empty();
    }

    @Override
    public String promise() {
        return "The agreement was not ended for a breach.";
    }
}
