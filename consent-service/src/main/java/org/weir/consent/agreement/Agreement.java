package org.weir.consent.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * An agreement as its events made it. A command is decided against it and gives an event; replaying the event gives the
 * next agreement; nothing else changes one.
 *
 * @param document what was agreed
 * @param history every change, oldest first; never empty
 */
public record Agreement(AgreementDocument document, List<Change> history) {
    /**
     * One change.
     *
     * @param state where it led
     * @param at when
     * @param by who
     * @param epoch its number among all changes of agreements
     */
    public record Change(AgreementState state, Instant at, String by, long epoch) {}

    /** An event with the epoch under which it was kept. */
    public record Numbered(long epoch, AgreementEvent event) {}

    public Agreement {
        history = List.copyOf(history);
    }

    /** The agreement that these events made, oldest first; empty where there are none. */
    public static Optional<Agreement> replay(List<Numbered> events) {
        Agreement agreement = null;
        for (Numbered each : events) {
            agreement = after(agreement, each);
        }
        return Optional.ofNullable(agreement);
    }

    /** The agreement after one more event; {@code before} is null before the first. */
    public static Agreement after(Agreement before, Numbered next) {
        AgreementEvent event = next.event();
        AgreementDocument document = event instanceof AgreementEvent.Drafted d ? d.document() : before.document;
        List<Change> history = before == null ? new ArrayList<>() : new ArrayList<>(before.history);
        history.add(new Change(event.leadsTo(), event.at(), event.by(), next.epoch()));
        return new Agreement(document, history);
    }

    /**
     * Decides a command.
     *
     * @param current the agreement so far, if there is one
     * @return the event that it gives, or empty where what is wanted is already so
     * @throws Refusal where the agreement's state does not allow it
     */
    public static Optional<AgreementEvent> decide(
            Optional<Agreement> current, AgreementCommand command, Instant now, String by) {
        if (command instanceof AgreementCommand.Draft draft) {
            if (current.isPresent()) {
                throw new Refusal(
                        ErrorCode.ALREADY_EXISTS,
                        "The agreement " + draft.document().uid() + " exists already.");
            }
            return Optional.of(new AgreementEvent.Drafted(draft.document(), now, by));
        }
        Agreement agreement = current.orElseThrow(
                () -> new Refusal(ErrorCode.UNKNOWN_AGREEMENT, "There is no agreement of that id."));
        return Optional.ofNullable(agreement.decide(command, now, by));
    }

    public AgreementState state() {
        return last().state();
    }

    public long epoch() {
        return last().epoch();
    }

    public Change last() {
        return history.get(history.size() - 1);
    }

    /** What enforcers are told of it. */
    public AgreementRecord record() {
        return new AgreementRecord(epoch(), state(), document, last().at(), last().by());
    }

    /** Whether its time is over and nobody said so yet. */
    public boolean overdue(Instant now) {
        return state() == AgreementState.ACTIVE && isOver(now);
    }

    private boolean isOver(Instant now) {
        return document.expires() != null && !now.isBefore(document.expires());
    }

    private AgreementEvent decide(AgreementCommand command, Instant now, String by) {
        AgreementState state = state();
        if (command instanceof AgreementCommand.Redraft redraft && state == AgreementState.DRAFT) {
            return new AgreementEvent.Drafted(redraft.document(), now, by);
        }
        if (command instanceof AgreementCommand.Activate && state == AgreementState.DRAFT) {
            if (isOver(now)) {
                throw new Refusal(
                        ErrorCode.AGREEMENT_DATES, "The agreement ended " + document.expires() + ", which is past.");
            }
            return new AgreementEvent.Activated(now, by);
        }
        if (command instanceof AgreementCommand.Activate && state == AgreementState.ACTIVE) {
            return null;
        }
        if (command instanceof AgreementCommand.Revoke revoke && state == AgreementState.ACTIVE) {
            return new AgreementEvent.Revoked(revoke.reason(), now, by);
        }
        if (command instanceof AgreementCommand.Revoke && state == AgreementState.REVOKED) {
            return null;
        }
        if (command instanceof AgreementCommand.Expire) {
            return overdue(now) ? new AgreementEvent.Expired(now, by) : null;
        }
        throw new Refusal(
                ErrorCode.AGREEMENT_STATE,
                "The agreement is " + state + "; that does not allow it to "
                        + command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + '.');
    }
}
