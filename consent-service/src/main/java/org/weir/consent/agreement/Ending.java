package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.DestructionCertificate;

/**
 * How sharing under an agreement ended, and what came of what was shared.
 *
 * @param as in which state
 * @param reason in the words of who ended it; may be empty
 * @param epoch the change that ended it
 * @param topicDeletedAt when the shared topics were deleted to their end; null before
 * @param destroyBy until when the recipient must have destroyed what it holds; null before that is demanded
 * @param certificate the recipient's word that it has; null before
 */
public record Ending(
        AgreementState as,
        Instant at,
        String reason,
        long epoch,
        Instant topicDeletedAt,
        Instant destroyBy,
        DestructionCertificate certificate) {
    static Ending of(AgreementState as, Instant at, String reason, long epoch) {
        return new Ending(as, at, reason, epoch, null, null, null);
    }

    Ending demanded(Instant deleted, Instant by) {
        return new Ending(as, at, reason, epoch, deleted, by, certificate);
    }

    Ending certified(DestructionCertificate given) {
        return new Ending(as, at, reason, epoch, topicDeletedAt, destroyBy, given);
    }

    /** Whether the recipient should have certified by now and has not. */
    public boolean overdue(Instant now) {
        return destroyBy != null && certificate == null && now.isAfter(destroyBy);
    }
}
