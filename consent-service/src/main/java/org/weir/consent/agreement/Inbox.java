package org.weir.consent.agreement;

import java.time.Instant;
import java.util.Optional;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;

/** What waits for somebody. */
public final class Inbox {
    private Inbox() {}

    /**
     * One thing that waits.
     *
     * @param agreement of which agreement
     * @param title its name
     * @param what in a sentence
     * @param command the move that is waited for, as in addresses
     * @param since since when it waits
     * @param deadline until when it may, or null
     * @param overdue whether it should be done by now
     */
    public record Item(
            AgreementId agreement,
            String title,
            String what,
            String command,
            Instant since,
            Instant deadline,
            boolean overdue) {}

    /** What an agreement wants of the caller, if anything. */
    public static Optional<Item> of(Agreement agreement, Caller caller, Instant now) {
        Standing standing = new Standing(caller);
        if (isLate(agreement, now)
                && standing.objection(Move.CERTIFY, agreement).isPresent()) {
            return alarm(agreement, caller);
        }
        Side side = caller.sideOf(agreement.document());
        Move wanted = wanted(agreement, side);
        if (wanted == null || standing.objection(wanted, agreement).isPresent()) {
            return review(agreement, caller, now);
        }
        Version version = wanted.of(agreement);
        if (wanted == Move.VOTE && hasVoted(version, caller.subject())) {
            return Optional.empty();
        }
        Instant deadline = wanted == Move.CERTIFY ? agreement.ending().destroyBy() : version.deadline();
        boolean overdue = deadline != null && now.isAfter(deadline);
        return Optional.of(new Item(
                agreement.document().uid(),
                version.document().title(),
                sentence(wanted, agreement, version, overdue),
                wanted.id(),
                version.since(),
                deadline,
                overdue));
    }

    private static boolean isLate(Agreement agreement, Instant now) {
        return agreement.ending() != null && agreement.ending().overdue(now);
    }

    /** The agency's officer cannot certify for the recipient, but has to know that nobody has. */
    private static Optional<Item> alarm(Agreement agreement, Caller caller) {
        boolean concerned = caller.is(Roles.DATA_OFFICER) && caller.sideOf(agreement.document()) == Side.ASSIGNER;
        return concerned
                ? Optional.of(new Item(
                        agreement.document().uid(),
                        agreement.document().title(),
                        "Overdue: " + agreement.document().assignee() + " has not certified the destruction.",
                        Standing.COMMENT,
                        agreement.current().since(),
                        agreement.ending().destroyBy(),
                        true))
                : Optional.empty();
    }

    /** An emergency is reviewed by both parties: whoever may propose an amendment is told. */
    private static Optional<Item> review(Agreement agreement, Caller caller, Instant now) {
        boolean concerned = caller.sideOf(agreement.document()) != null
                && Standing.roles(Move.AMEND).stream().anyMatch(caller::is);
        Instant by = EmergencyReview.by(agreement).orElse(null);
        if (!concerned || by == null || now.isBefore(EmergencyReview.waitsFrom(agreement, by))) {
            return Optional.empty();
        }
        boolean overdue = now.isAfter(by);
        String what = "The emergency is to be reviewed by " + Wording.day(by)
                + ": make it regular by an amendment, end it, or let it end at its sunset.";
        // The other party's draft of an amendment is no review yet, but there is no second one beside it.
        boolean mayAmend = new Standing(caller).objection(Move.AMEND, agreement).isEmpty();
        return Optional.of(new Item(
                agreement.document().uid(),
                agreement.document().title(),
                reminding(what, overdue, agreement.current().reminders()),
                mayAmend ? Move.AMEND.id() : Standing.COMMENT,
                EmergencyReview.waitsFrom(agreement, by),
                by,
                overdue));
    }

    /** The move that would bring it on from where it stands. */
    private static Move wanted(Agreement agreement, Side side) {
        Version version = agreement.negotiated();
        return switch (version.state()) {
            case DRAFT -> ofDraft(version, side);
            case REQUESTED, OFFERED -> Move.ACCEPT;
            case IN_REVIEW -> Move.VOTE;
            case AGREED, VERIFIED -> Move.SIGN;
            case DESTRUCTION_DUE -> Move.CERTIFY;
            case DESTRUCTION_CERTIFIED -> Move.CLOSE;
            default -> null;
        };
    }

    private static Move ofDraft(Version version, Side side) {
        if (version.declaredBy() != null) {
            return Move.CONFIRM_EMERGENCY;
        }
        // A draft waits for the party that writes it.
        return version.lastMoveBy() == side ? side == Side.ASSIGNEE ? Move.REQUEST : Move.OFFER : null;
    }

    private static boolean hasVoted(Version version, String subject) {
        return version.review().ballots().stream().anyMatch(b -> b.by().equals(subject));
    }

    private static String sentence(Move wanted, Agreement agreement, Version version, boolean overdue) {
        String what =
                switch (wanted) {
                    case CONFIRM_EMERGENCY ->
                        version.declaredBy() + " declared an emergency; a second officer confirms.";
                    case REQUEST -> "Your draft has not been requested yet.";
                    case OFFER -> "Your draft has not been offered yet.";
                    case ACCEPT ->
                        "The " + version.lastMoveBy().word()
                                + (version.lastMoveBy() == Side.ASSIGNEE ? " requests it" : " offers it")
                                + ": accept it, answer with another text, or refuse it.";
                    case VOTE -> version.review().board().name() + " waits for your vote.";
                    case SIGN -> "It waits for your party's signature.";
                    case CERTIFY -> "Destroy what you received under it and certify it.";
                    case CLOSE -> "The destruction is certified; close it.";
                    default -> "It waits for you.";
                };
        return reminding(what, overdue, agreement.negotiated() == version ? version.reminders() : 0);
    }

    private static String reminding(String what, boolean overdue, int reminders) {
        if (overdue) {
            return "Overdue: " + what;
        }
        return reminders == 0 ? what : "A reminder: " + what;
    }
}
