package org.weir.consent.policy;

import java.time.Instant;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.ledger.ReasonCode;

/** Only an active agreement lets anything flow; a state that a later version adds does not. */
final class IsActive implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, Instant now) {
        return plan.state() == AgreementState.ACTIVE ? Optional.empty() : Optional.of(ReasonCode.UNKNOWN_TERM);
    }
}
