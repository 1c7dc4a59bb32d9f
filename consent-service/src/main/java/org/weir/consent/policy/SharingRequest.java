package org.weir.consent.policy;

import java.time.Instant;
import org.weir.schemas.agreement.Action;

/**
 * What somebody wants to do with a feed's records, and when.
 *
 * @param action what
 * @param purpose what for, as declared: an id in the purpose tree; null where none was declared
 * @param now when
 */
public record SharingRequest(Action action, String purpose, Instant now) {
    /** Handing records to the recipient, for what was agreed. */
    public static SharingRequest delivery(CompiledPlan plan, Instant now) {
        return new SharingRequest(Action.READ, plan.purpose(), now);
    }
}
