package org.weir.consent.policy;

import java.util.List;
import java.util.Optional;
import org.weir.consent.policy.SharingDecision.Share;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.schemas.ledger.ReasonCode;

/** Decides. Denies by default: whatever no rule let pass, and whatever went wrong in deciding, does not flow. */
public final class SharingPolicy {
    /**
     * Where an agreement stands is named before what is wrong with its text or keys: a draft's keys are not made yet,
     * and its records are withheld because it is a draft.
     */
    private static final SharingRule[] RULES = {
        new Readable(),
        new NotRevoked(),
        new NotWithdrawn(),
        new NotTerminated(),
        new NotExpired(),
        new NotSuspended(),
        new EffectiveAlready(),
        new InForce(),
        new TermsUnderstood(),
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
