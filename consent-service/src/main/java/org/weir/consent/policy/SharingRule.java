package org.weir.consent.policy;

import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/** A reason for which records may not flow. */
public interface SharingRule {
    /** Why nothing may flow, by this rule; empty where it has no objection. */
    Optional<ReasonCode> objection(CompiledPlan plan, SharingRequest request);

    /** What holds where it has no objection, as a sentence. */
    String promise();
}
