package org.weir.consent.policy;

import java.time.Instant;
import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/** A reason for which records may not flow. */
interface SharingRule {
    /** Why nothing may flow now, by this rule; empty where it has no objection. */
    Optional<ReasonCode> objection(CompiledPlan plan, Instant now);
}
