package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.Prohibition;
import org.weir.schemas.ledger.ReasonCode;

/** Nothing flows for what the agreement does not let the recipient do, or prohibits; a prohibition wins. */
final class ActionPermitted implements SharingRule {
    @Override
    public Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request) {
        return permits(plan, request.action()) && !prohibits(plan, request.action())
                ? Optional.empty()
                : Optional.of(ReasonCode.ACTION_NOT_PERMITTED);
    }

    @Override
    public String promise() {
        return "The recipient may read, and nothing prohibits it.";
    }

    /** Whoever may not read may do nothing else either. */
    private static boolean permits(CompiledPlan plan, Action action) {
        return action != null
                && plan.actions().contains(Action.READ)
                && plan.actions().contains(action);
    }

    private static boolean prohibits(CompiledPlan plan, Action action) {
        return action == Action.DISTRIBUTE && plan.prohibitions().contains(Prohibition.REDISTRIBUTE);
    }
}
