package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows under an agreement that the agency revoked. */
final class NotRevoked implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return plan.endedAs() == AgreementState.REVOKED ? Optional.of(ReasonCode.AGREEMENT_REVOKED) : Optional.empty();
    }

    @Override
    public String promise() {
        return "The agency has not revoked the agreement.";
    }
}
