package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.consent.agreement.words.Wording;
import org.weir.consent.review.Board;
import org.weir.consent.review.Review;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/** What happens while two parties talk about a version. */
public sealed interface NegotiationEvent extends AgreementEvent {
    /** A draft was written, or written anew. The side is null in events from before there were sides. */
    record Drafted(AgreementDocument document, Side side, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before == null
                    ? Agreement.of(Version.drafted(document, side, at))
                    : before.negotiated(before.negotiated().written(document, side));
        }

        @Override
        public String what() {
            return "A draft was written.";
        }
    }

    /** An amendment was drafted while the version before it is in force. */
    record AmendmentDrafted(AgreementDocument document, Side side, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.withProposed(Version.drafted(document, side, at));
        }

        @Override
        public String what() {
            return "An amendment was drafted: version " + document.version() + ".";
        }
    }

    /** The recipient asks for this text. */
    record Requested(AgreementDocument document, Instant deadline, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(
                    before.negotiated().written(document, Side.ASSIGNEE).in(AgreementState.REQUESTED, at, deadline));
        }

        @Override
        public String what() {
            return "The recipient requested it.";
        }
    }

    /** The agency offers this text. */
    record Offered(AgreementDocument document, Instant deadline, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(
                    before.negotiated().written(document, Side.ASSIGNER).in(AgreementState.OFFERED, at, deadline));
        }

        @Override
        public String what() {
            return "The agency offered it.";
        }
    }

    /** Both want this text, and no board has to look at it. */
    record Accepted(Side side, Instant deadline, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(before.negotiated().in(AgreementState.AGREED, at, deadline));
        }

        @Override
        public String what() {
            return "The " + side.word() + " accepted it.";
        }
    }

    /** Both want this text; the board that it names looks at it. */
    record SentToReview(Side side, Board board, Instant decideBy, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(before.negotiated()
                    .reviewed(Review.of(board, decideBy))
                    .in(AgreementState.IN_REVIEW, at, decideBy));
        }

        @Override
        public String what() {
            return "The " + side.word() + " accepted it; " + board.name() + " looks at it.";
        }
    }

    /** One party does not want it. */
    record Refused(Side side, String reason, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(before.negotiated().in(AgreementState.REFUSED, at, null));
        }

        @Override
        public String what() {
            return "The " + side.word() + " refused it" + Words.because(reason);
        }
    }

    /** Somebody remarked something. */
    record Commented(Side side, String text, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.with(new Comment(by, side, at, text));
        }

        @Override
        public String what() {
            return "A comment was written.";
        }
    }

    /** A deadline comes near. */
    record Reminded(Instant deadline, Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(before.negotiated().reminded());
        }

        @Override
        public String what() {
            return "A reminder: its deadline is " + Wording.day(deadline, "not set") + ".";
        }
    }

    /** A deadline passed. */
    record TimedOut(Instant at, String by) implements NegotiationEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(before.negotiated().in(AgreementState.TIMED_OUT, at, null));
        }

        @Override
        public String what() {
            return "Its deadline passed.";
        }
    }
}
