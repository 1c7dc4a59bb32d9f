package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Only an active agreement lets anything flow; no other state does, nor one that a later version adds. */
final class InForce implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return plan.state() == AgreementState.ACTIVE && plan.endedAs() == null
                ? Optional.empty()
                : Optional.of(ReasonCode.NOT_IN_FORCE);
    }

    @Override
    public String promise() {
        return "The agreement is in force.";
    }
}
