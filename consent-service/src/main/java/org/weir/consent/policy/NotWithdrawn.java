package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows under an agreement that the recipient withdrew from. */
final class NotWithdrawn implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return plan.endedAs() == AgreementState.WITHDRAWN
                ? Optional.of(ReasonCode.AGREEMENT_WITHDRAWN)
                : Optional.empty();
    }

    @Override
    public String promise() {
        return "The recipient has not withdrawn from the agreement.";
    }
}
