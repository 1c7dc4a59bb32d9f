package org.weir.consent.policy;

import java.time.Instant;
import java.util.Optional;
import org.weir.consent.policy.SharingDecision.Share;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.schemas.ledger.ReasonCode;

/** Decides. Denies by default: whatever no rule let pass, and whatever went wrong in deciding, does not flow. */
public final class SharingPolicy {
    /** The end of an agreement is named before what else may be wrong with its text. */
    private static final SharingRule[] RULES = {
        new NotRevoked(), new NotExpired(), new TermsUnderstood(), new IsActive(), new EffectiveAlready()
    };

    private SharingPolicy() {}

    /** What is done with the records of the plan's feed now. */
    public static SharingDecision decide(CompiledPlan plan, Instant now) {
        try {
            for (SharingRule rule : RULES) {
                Optional<ReasonCode> objection = rule.objection(plan, now);
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
