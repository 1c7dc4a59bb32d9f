package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows under terms that were not understood to the last one: a term passed over would be a term broken. */
final class TermsUnderstood implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return plan.flawed();
    }

    @Override
    public String promise() {
        return "Every term of the agreement is understood, and its keys are there.";
    }
}
