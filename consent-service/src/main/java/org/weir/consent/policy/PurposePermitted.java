package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows for a purpose that the agreed one does not include, nor for one that nobody knows or declared. */
final class PurposePermitted implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return permits(plan.purpose(), request.purpose())
                ? Optional.empty()
                : Optional.of(ReasonCode.PURPOSE_NOT_PERMITTED);
    }

    @Override
    public String promise() {
        return "The purpose is the one agreed, or one below it.";
    }

    private static boolean permits(String agreed, String declared) {
        if (agreed == null || declared == null) {
            return false;
        }
        Purpose broad = Purpose.tree().get(agreed);
        Purpose narrow = Purpose.tree().get(declared);
        return broad != null && narrow != null && broad.includes(narrow);
    }
}
