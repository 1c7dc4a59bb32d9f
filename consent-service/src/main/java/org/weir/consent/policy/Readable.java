package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows under an agreement that nobody here can read: not even its state is known. */
final class Readable implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return plan.record() == null ? plan.flawed() : Optional.empty();
    }

    @Override
    public String promise() {
        return "The agreement can be read.";
    }
}
