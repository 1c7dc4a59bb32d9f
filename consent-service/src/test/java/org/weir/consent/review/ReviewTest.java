package org.weir.consent.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.weir.consent.review.Vote.ABSTAIN;
import static org.weir.consent.review.Vote.APPROVE;
import static org.weir.consent.review.Vote.REJECT;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Board FIVE = new Board("b", "Board", List.of("m1", "m2", "m3", "m4", "m5"), 3, 30);

    @Test
    void approves_withMoreThanHalfOfAllMembers_onceTheQuorumIsThere() {
        assertThat(votes(APPROVE, APPROVE).decided()).isEmpty();
        assertThat(votes(APPROVE, APPROVE, ABSTAIN).decided()).isEmpty();
        assertThat(votes(APPROVE, APPROVE, REJECT, APPROVE).decided()).contains(Outcome.APPROVED);
    }

    @Test
    void rejects_withHalfOfAllMembers() {
        Board four = new Board("b", "Board", List.of("m1", "m2", "m3", "m4"), 2, 30);
        assertThat(votes(four, REJECT, REJECT).decided()).contains(Outcome.REJECTED);
        assertThat(votes(four, APPROVE, APPROVE).decided())
                .as("half is not more than half")
                .isEmpty();
    }

    @Test
    void waitsForItsQuorum_howeverClearItIs() {
        Board careful = new Board("b", "Board", List.of("m1", "m2", "m3"), 3, 30);
        assertThat(votes(careful, APPROVE, APPROVE).decided()).isEmpty();
        assertThat(votes(careful, APPROVE, APPROVE, REJECT).decided()).contains(Outcome.APPROVED);
    }

    @Test
    void atItsEnd_theMajorityOfTheVotesDecides_andATieDoesNotApprove() {
        assertThat(votes(APPROVE, APPROVE, ABSTAIN).atItsEnd()).isEqualTo(Outcome.APPROVED);
        assertThat(votes(APPROVE, REJECT, ABSTAIN).atItsEnd()).isEqualTo(Outcome.REJECTED);
        assertThat(votes(APPROVE, APPROVE).atItsEnd()).isEqualTo(Outcome.NO_QUORUM);
    }

    @Test
    void aMemberVotesOnce_andMayChangeItsMind() {
        Review review = votes(APPROVE, APPROVE).with(new Ballot("m1", REJECT, "heard more", NOW));
        assertThat(review.ballots()).extracting(Ballot::vote).containsExactly(REJECT, APPROVE);
    }

    @Test
    void aBoardThatCannotDecide_isNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Board("b", "B", List.of(), 1, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Board("b", "B", List.of("m", "m"), 1, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Board("b", "B", List.of("m"), 2, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Board("b", "B", List.of("m"), 1, 0));
    }

    private static Review votes(Vote... votes) {
        return votes(FIVE, votes);
    }

    private static Review votes(Board board, Vote... votes) {
        Review review = Review.of(board, NOW);
        for (int n = 0; n < votes.length; n++) {
            review = review.with(new Ballot("m" + (n + 1), votes[n], "", NOW));
        }
        return review;
    }
}
