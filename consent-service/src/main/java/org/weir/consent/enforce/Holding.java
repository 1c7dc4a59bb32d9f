package org.weir.consent.enforce;

import java.util.HashMap;
import java.util.Map;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Plans;
import org.weir.schemas.id.AgreementId;

/** How far an agreement that holds records back has come, as those see it who account for its feed's records. */
enum Holding {
    /** Never in force so far: nothing to hold back, and perhaps there never will be. */
    NOT_YET,
    /** In force, also while it rests: its own worker accounts for the records. */
    IN_FORCE,
    /** It has ended; its worker withholds what it still held. The others account for what comes from now on. */
    ENDING,
    /** The same, and the end's receipt is there: every enforcer works by the end, or was locked out. */
    ENDED;

    /** Of a plan that holds records back. */
    static Holding of(CompiledPlan plan) {
        if (plan.state() == null) {
            return NOT_YET;
        }
        return switch (plan.state()) {
            case ACTIVE, SUSPENDED -> IN_FORCE;
            case AMENDED, EXPIRED, REVOKED, WITHDRAWN, TERMINATED -> ENDING;
            // These follow the receipt, and never come before it.
            case DESTRUCTION_DUE, DESTRUCTION_CERTIFIED, CLOSED -> ENDED;
            case DRAFT, REQUESTED, OFFERED, IN_REVIEW, AGREED, VERIFIED, FINALIZED, REFUSED, TIMED_OUT -> NOT_YET;
        };
    }

    /** Of every agreement that holds records back. */
    static Map<AgreementId, Holding> all(Plans plans) {
        Map<AgreementId, Holding> all = new HashMap<>();
        for (CompiledPlan[] each : plans.all()) {
            for (CompiledPlan plan : each) {
                if (plan.delivery().delay() != null) {
                    all.put(plan.agreement(), of(plan));
                }
            }
        }
        return all;
    }
}
