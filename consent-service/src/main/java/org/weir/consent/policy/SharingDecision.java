package org.weir.consent.policy;

import org.weir.consent.transform.Shape;
import org.weir.schemas.ledger.ReasonCode;

/** What is done with the records of a feed under one agreement. */
public sealed interface SharingDecision {
    /** They flow, in this form. */
    record Share(Shape shape) implements SharingDecision {}

    /** They do not flow, and that is why. */
    record Withhold(ReasonCode reason) implements SharingDecision {}
}
