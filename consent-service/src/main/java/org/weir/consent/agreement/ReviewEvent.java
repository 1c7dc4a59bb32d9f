package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.consent.review.Ballot;
import org.weir.consent.review.Minute;
import org.weir.consent.review.Vote;
import org.weir.schemas.agreement.AgreementState;

/** What happens while a board looks at a version. */
public sealed interface ReviewEvent extends AgreementEvent {
    /** A member voted, or voted anew. */
    record Voted(Vote vote, String comment, Instant at, String by) implements ReviewEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            Version version = before.negotiated();
            return before.negotiated(version.reviewed(version.review().with(new Ballot(by, vote, comment, at))));
        }

        @Override
        public String what() {
            return switch (vote) {
                case APPROVE -> "A member voted to approve.";
                case REJECT -> "A member voted to reject.";
                case ABSTAIN -> "A member abstained.";
            };
        }
    }

    /** A member wrote down what was said. */
    record MinutesWritten(String text, Instant at, String by) implements ReviewEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            Version version = before.negotiated();
            return before.negotiated(version.reviewed(version.review().with(new Minute(by, at, text))));
        }

        @Override
        public String what() {
            return "Minutes were written.";
        }
    }

    /** The board approved. */
    record Approved(Instant deadline, Instant at, String by) implements ReviewEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(before.negotiated().in(AgreementState.AGREED, at, deadline));
        }

        @Override
        public String what() {
            return "The board approved it.";
        }
    }

    /** The board said no. */
    record Rejected(Instant at, String by) implements ReviewEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.negotiated(before.negotiated().in(AgreementState.REFUSED, at, null));
        }

        @Override
        public String what() {
            return "The board rejected it.";
        }
    }
}
