package org.weir.consent.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Prohibition;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.ledger.ReasonCode;

/**
 * One version of an agreement, made ready for the records of one feed.
 *
 * @param feed whose records
 * @param agreement under which agreement
 * @param epoch the change of agreements that it comes from
 * @param record what was agreed and where it stands; null where it could not be read
 * @param shape in which form; null where there is a flaw
 * @param flaw why nothing may flow whatever its state and dates say; null where there is nothing wrong
 * @param delivery when and how many may flow; never null
 * @param hash SHA-256 of the agreement's canonical text, hex; null where it could not be read
 */
public record CompiledPlan(
        FeedId feed,
        AgreementId agreement,
        long epoch,
        AgreementRecord record,
        Shape shape,
        ReasonCode flaw,
        Delivery delivery,
        String hash) {

    public CompiledPlan {
        if (shape == null == (flaw == null)) {
            throw new IllegalArgumentException("A plan has either a shape or a flaw.");
        }
        if (record == null && flaw == null) {
            throw new IllegalArgumentException("A plan without an agreement has a flaw.");
        }
    }

    /** Under which nothing flows, though the agreement could be read. */
    public static CompiledPlan flawed(AgreementRecord record, FeedId feed, ReasonCode flaw, String hash) {
        Delivery delivery = Delivery.asFarAsUnderstood(record.document().obligations());
        return new CompiledPlan(feed, record.document().uid(), record.epoch(), record, null, flaw, delivery, hash);
    }

    /** The plan of an agreement that nobody here can read: nothing flows. */
    public static CompiledPlan unreadable(FeedId feed, AgreementId agreement, long epoch) {
        return new CompiledPlan(feed, agreement, epoch, null, null, ReasonCode.UNKNOWN_TERM, Delivery.AT_ONCE, null);
    }

    /** Why nothing may flow whatever the time, if so. */
    public Optional<ReasonCode> flawed() {
        return Optional.ofNullable(flaw);
    }

    /** The agreement's version; 0 where it could not be read. */
    public int version() {
        return record == null ? 0 : record.document().version();
    }

    /** To whom; null where it could not be read. */
    public RecipientId recipient() {
        return record == null ? null : record.document().assignee();
    }

    /** Where the agreement stands; null where it could not be read. */
    public AgreementState state() {
        return record == null ? null : record.state();
    }

    /** How sharing under it ended, where it has: the state in which it did, for later ones only tell what followed. */
    public AgreementState endedAs() {
        if (record == null) {
            return null;
        }
        return record.endedAs() == null && record.state().ended() ? record.state() : record.endedAs();
    }

    /** From when; never null. */
    public Instant effectiveFrom() {
        Instant from = record == null ? null : record.document().effectiveFrom();
        return from == null ? Instant.MIN : from;
    }

    /** Until when, excluded; never null. An emergency ends at its sunset whatever else the agreement says. */
    public Instant expires() {
        if (record == null) {
            return Instant.MAX;
        }
        AgreementDocument a = record.document();
        Instant expires = a.expires() == null ? Instant.MAX : a.expires();
        boolean earlier = a.emergency() != null
                && a.emergency().sunset() != null
                && a.emergency().sunset().isBefore(expires);
        return earlier ? a.emergency().sunset() : expires;
    }

    /** What the recipient may do. */
    public List<Action> actions() {
        return record == null ? List.of() : record.document().actions();
    }

    /** What it must not do. */
    public List<Prohibition> prohibitions() {
        return record == null ? List.of() : record.document().prohibitions();
    }

    /** What the data may be used for; null where it could not be read. */
    public String purpose() {
        return record == null ? null : record.document().purpose();
    }
}
