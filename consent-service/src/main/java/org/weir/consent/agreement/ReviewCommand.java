package org.weir.consent.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.consent.review.Ballot;
import org.weir.consent.review.Outcome;
import org.weir.consent.review.Review;
import org.weir.consent.review.Vote;
import org.weir.schemas.agreement.AgreementState;

/** What a board's member wants. */
public sealed interface ReviewCommand extends AgreementCommand {
    /** Vote, or vote anew. */
    record CastVote(Vote vote, String comment) implements ReviewCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Move.VOTE.require(agreement, act);
            Review before = agreement.negotiated().review();
            Ballot ballot = new Ballot(act.by(), vote, comment, act.at());
            if (before.ballots().stream().anyMatch(b -> same(b, ballot))) {
                return List.of();
            }
            List<AgreementEvent> events = new ArrayList<>();
            events.add(new ReviewEvent.Voted(vote, ballot.comment(), act.at(), act.by()));
            before.with(ballot).decided().ifPresent(outcome -> events.add(outcome(outcome, act)));
            return events;
        }

        private static boolean same(Ballot earlier, Ballot ballot) {
            return earlier.by().equals(ballot.by())
                    && earlier.vote() == ballot.vote()
                    && earlier.comment().equals(ballot.comment());
        }
    }

    /** Write down what was said. */
    record WriteMinutes(String text) implements ReviewCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Move.MINUTES.require(agreement, act);
            return List.of(new ReviewEvent.MinutesWritten(text, act.at(), act.by()));
        }
    }

    /** What a decision leads to. */
    static AgreementEvent outcome(Outcome outcome, Act act) {
        Instant deadline = act.at().plus(act.deadlines().signature());
        return switch (outcome) {
            case APPROVED -> new ReviewEvent.Approved(deadline, act.at(), act.by());
            case REJECTED -> new ReviewEvent.Rejected(act.at(), act.by());
            case NO_QUORUM -> new NegotiationEvent.TimedOut(act.at(), act.by());
        };
    }

    /** What the votes decide when the board's time is over; nothing before. */
    static Optional<AgreementEvent> atItsEnd(Version version, Act act) {
        boolean over = version.state() == AgreementState.IN_REVIEW
                && !act.at().isBefore(version.review().decideBy());
        return over ? Optional.of(outcome(version.review().atItsEnd(), act)) : Optional.empty();
    }
}
