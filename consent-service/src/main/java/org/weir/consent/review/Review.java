package org.weir.consent.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A board's look at one version of an agreement. The board stays as it was when the review began: whoever joins later
 * has not heard the arguments.
 *
 * @param ballots one a member, in the order of their first vote
 * @param decideBy when the votes that are there decide
 */
public record Review(Board board, List<Ballot> ballots, List<Minute> minutes, Instant decideBy) {
    public Review {
        ballots = List.copyOf(ballots);
        minutes = List.copyOf(minutes);
    }

    /** A review that begins. */
    public static Review of(Board board, Instant decideBy) {
        return new Review(board, List.of(), List.of(), decideBy);
    }

    /** With one more vote, in place of an earlier one of the same member. */
    public Review with(Ballot ballot) {
        List<Ballot> all = new ArrayList<>(ballots);
        int earlier = all.stream().map(Ballot::by).toList().indexOf(ballot.by());
        if (earlier < 0) {
            all.add(ballot);
        } else {
            all.set(earlier, ballot);
        }
        return new Review(board, all, minutes, decideBy);
    }

    public Review with(Minute minute) {
        List<Minute> all = new ArrayList<>(minutes);
        all.add(minute);
        return new Review(board, ballots, all, decideBy);
    }

    /** What is decided before the time is over: a side has so many of all members that no other vote could undo it. */
    public Optional<Outcome> decided() {
        if (ballots.size() < board.quorum()) {
            return Optional.empty();
        }
        if (2 * count(Vote.APPROVE) > board.members().size()) {
            return Optional.of(Outcome.APPROVED);
        }
        return 2 * count(Vote.REJECT) >= board.members().size() ? Optional.of(Outcome.REJECTED) : Optional.empty();
    }

    /** What the votes say when the time is over: the majority of those cast; a tie does not approve. */
    public Outcome atItsEnd() {
        if (ballots.size() < board.quorum()) {
            return Outcome.NO_QUORUM;
        }
        return count(Vote.APPROVE) > count(Vote.REJECT) ? Outcome.APPROVED : Outcome.REJECTED;
    }

    private int count(Vote vote) {
        return (int) ballots.stream().filter(b -> b.vote() == vote).count();
    }
}
