package org.weir.consent.policy;

import java.util.List;
import java.util.Optional;
import org.weir.consent.policy.SharingDecision.Share;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.schemas.ledger.ReasonCode;

/** Decides. Denies by default: whatever no rule let pass, and whatever went wrong in deciding, does not flow. */
public final class SharingPolicy {
    /** The end of an agreement is named before what else may be wrong with its text. */
    private static final SharingRule[] RULES = {
        new NotRevoked(),
        new NotWithdrawn(),
        new NotTerminated(),
        new NotExpired(),
        new TermsUnderstood(),
        new NotSuspended(),
        new EffectiveAlready(),
        new InForce(),
        new ActionPermitted(),
        new PurposePermitted()
    };

    private SharingPolicy() {}

    /** Every rule, in the order in which the first objection counts. */
    public static List<SharingRule> rules() {
        return List.of(RULES);
    }

    /** What is done with the records of the plan's feed. */
    public static SharingDecision decide(CompiledPlan plan, SharingRequest request) {
        try {
            for (SharingRule rule : RULES) {
                Optional<ReasonCode> objection = rule.objection(plan, request);
                if (objection.isPresent()) {
                    return new Withhold(objection.get());
                }
            }
            return new Share(plan.shape());
        } catch (RuntimeException e) {
            return new Withhold(ReasonCode.UNKNOWN_TERM);
        }
    }
}
