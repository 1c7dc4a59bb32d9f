package org.weir.consent.policy;

import java.time.Instant;
import java.util.Optional;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.ledger.ReasonCode;

/**
 * One version of an agreement, made ready for the records of its feed.
 *
 * @param feed whose records
 * @param agreement under which agreement
 * @param version its version; 0 where it could not be read
 * @param epoch the change of agreements that it comes from
 * @param recipient to whom; null where it could not be read
 * @param state where the agreement stands; null where it could not be read
 * @param effectiveFrom from when; never null
 * @param expires until when, excluded; never null
 * @param shape in which form; null where there is a flaw
 * @param flaw why nothing may flow whatever its state and dates say; null where there is nothing wrong
 */
public record CompiledPlan(
        FeedId feed,
        AgreementId agreement,
        int version,
        long epoch,
        RecipientId recipient,
        AgreementState state,
        Instant effectiveFrom,
        Instant expires,
        Shape shape,
        ReasonCode flaw) {

    public CompiledPlan {
        if (shape == null == (flaw == null)) {
            throw new IllegalArgumentException("A plan has either a shape or a flaw.");
        }
    }

    /** The plan of an agreement that nobody here can read: nothing flows. */
    public static CompiledPlan unreadable(FeedId feed, AgreementId agreement, long epoch) {
        return new CompiledPlan(
                feed, agreement, 0, epoch, null, null, Instant.MIN, Instant.MAX, null, ReasonCode.UNKNOWN_TERM);
    }

    /** Why nothing may flow whatever the time, if so. */
    public Optional<ReasonCode> flawed() {
        return Optional.ofNullable(flaw);
    }
}
