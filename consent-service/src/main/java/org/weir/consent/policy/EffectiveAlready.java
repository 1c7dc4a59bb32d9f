package org.weir.consent.policy;

import java.time.Instant;
import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows before the agreement's first second. */
final class EffectiveAlready implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, Instant now) {
        return now.isBefore(plan.effectiveFrom()) ? Optional.of(ReasonCode.NOT_YET_EFFECTIVE) : Optional.empty();
    }
}
