package org.weir.consent.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.weir.consent.review.Board;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What a party wants while it talks about a version. */
public sealed interface NegotiationCommand extends AgreementCommand {
    /** Write a new draft. */
    record Draft(AgreementDocument document) implements NegotiationCommand {
        @Override
        public boolean founds() {
            return true;
        }

        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Text.requireFirst(document);
            return List.of(new NegotiationEvent.Drafted(document, act.side(), act.at(), act.by()));
        }
    }

    /** Write the draft anew. */
    record Redraft(AgreementDocument document) implements NegotiationCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Move.REDRAFT.require(agreement, act);
            Text.requireSame(agreement, document);
            return agreement.negotiated().document().equals(document)
                    ? List.of()
                    : List.of(new NegotiationEvent.Drafted(document, act.side(), act.at(), act.by()));
        }
    }

    /** Propose to change what is in force. */
    record Amend(AgreementDocument document) implements NegotiationCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Move.AMEND.require(agreement, act);
            Text.requireNext(agreement.document(), document);
            return List.of(new NegotiationEvent.AmendmentDrafted(document, act.side(), act.at(), act.by()));
        }
    }

    /** Ask for it, as the recipient. The document is null where the text stays as it is. */
    record Request(AgreementDocument document) implements NegotiationCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            AgreementDocument text = text(agreement, document);
            if (said(agreement, AgreementState.REQUESTED, text, act.side(), Side.ASSIGNEE)) {
                return List.of();
            }
            Move.REQUEST.require(agreement, act);
            Text.requireSame(agreement, text);
            Instant deadline = act.at().plus(act.deadlines().answer());
            return List.of(new NegotiationEvent.Requested(text, deadline, act.at(), act.by()));
        }
    }

    /** Offer it, as the agency. The document is null where the text stays as it is. */
    record Offer(AgreementDocument document) implements NegotiationCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            AgreementDocument text = text(agreement, document);
            if (said(agreement, AgreementState.OFFERED, text, act.side(), Side.ASSIGNER)) {
                return List.of();
            }
            Move.OFFER.require(agreement, act);
            Text.requireSame(agreement, text);
            Instant deadline = act.at().plus(act.deadlines().answer());
            return List.of(new NegotiationEvent.Offered(text, deadline, act.at(), act.by()));
        }
    }

    /**
     * Take what the other party asked or offered.
     *
     * @param read the text as it was read and checked; another one that came meanwhile is not taken
     * @param board the one that the text names, as it is now, or null
     */
    record Accept(AgreementDocument read, Board board) implements NegotiationCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Move.ACCEPT.require(agreement, act);
            Text.requireRead(agreement.negotiated(), read);
            String named = agreement.negotiated().document().reviewBoard();
            if (named == null) {
                Instant deadline = act.at().plus(act.deadlines().signature());
                return List.of(new NegotiationEvent.Accepted(act.side(), deadline, act.at(), act.by()));
            }
            if (board == null || !board.id().equals(named)) {
                throw new Refusal(ErrorCode.UNKNOWN_BOARD, "There is no review board " + named + '.');
            }
            Instant decideBy = act.at().plus(Duration.ofDays(board.reviewDays()));
            return List.of(new NegotiationEvent.SentToReview(act.side(), board, decideBy, act.at(), act.by()));
        }
    }

    /** Not want it. */
    record Refuse(String reason) implements NegotiationCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (agreement.negotiated().state() == AgreementState.REFUSED) {
                return List.of();
            }
            Move.REFUSE.require(agreement, act);
            return List.of(new NegotiationEvent.Refused(act.side(), reason, act.at(), act.by()));
        }
    }

    /** Remark something. An agreement that is closed can still be remarked upon: by an auditor, say. */
    record Remark(String text) implements NegotiationCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            return List.of(new NegotiationEvent.Commented(act.side(), text, act.at(), act.by()));
        }
    }

    private static AgreementDocument text(Agreement agreement, AgreementDocument changed) {
        return changed == null ? agreement.negotiated().document() : changed;
    }

    /** Whether the same party said the same before. */
    private static boolean said(
            Agreement agreement, AgreementState state, AgreementDocument text, Side side, Side whose) {
        Version version = agreement.negotiated();
        return side == whose && version.state() == state && version.document().equals(text);
    }
}
