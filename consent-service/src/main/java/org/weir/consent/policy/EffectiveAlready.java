package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows before the first second of an agreement that both have signed. */
final class EffectiveAlready implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        boolean signed = plan.state() == AgreementState.FINALIZED || plan.state() == AgreementState.ACTIVE;
        return signed && request.now().isBefore(plan.effectiveFrom())
                ? Optional.of(ReasonCode.NOT_YET_EFFECTIVE)
                : Optional.empty();
    }

    @Override
    public String promise() {
        return "The agreement's first second has come.";
    }
}
