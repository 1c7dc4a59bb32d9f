package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.consent.agreement.Texts.DOCUMENT;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.consent.review.Board;
import org.weir.consent.review.Vote;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.RecipientId;

class DeadlinesTest {
    private static final Board BOARD = new Board("privacy", "Privacy board", List.of("b1", "b2", "b3"), 2, 10);
    private static final Caller RITA =
            new Caller("rita", Set.of(Roles.DATA_OFFICER), null, new RecipientId("city-planning"));

    private static final Caller DANA = new Caller("dana", Set.of(Roles.DATA_OFFICER), null, null);

    private final Course course = new Course();

    @Test
    void remindsHalfway_andThreeDaysBefore_andThenGivesUp() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        course.agency(new NegotiationCommand.Offer(null));

        assertThat(course.after(Duration.ofDays(29)).negotiated().reminders()).isZero();
        assertThat(course.after(Duration.ofDays(1)).negotiated().reminders()).isEqualTo(1);
        assertThat(course.after(Duration.ofDays(26)).negotiated().reminders()).isEqualTo(1);
        assertThat(course.after(Duration.ofDays(1)).negotiated().reminders()).isEqualTo(2);
        assertThat(course.after(Duration.ofDays(2)).state()).isEqualTo(AgreementState.OFFERED);
        assertThat(course.after(Duration.ofDays(1)).state()).isEqualTo(AgreementState.TIMED_OUT);
        assertThat(course.due()).isEmpty();
    }

    @Test
    void aMove_setsANewDeadline() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        course.agency(new NegotiationCommand.Offer(null));
        course.after(Duration.ofDays(59));
        course.recipient(new NegotiationCommand.Request(Texts.reviewedBy(DOCUMENT, "privacy")));
        assertThat(course.after(Duration.ofDays(59)).state()).isEqualTo(AgreementState.REQUESTED);
    }

    @Test
    void aDraft_mayTakeItsTime() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        assertThat(course.after(Duration.ofDays(700)).state()).isEqualTo(AgreementState.DRAFT);
    }

    @Test
    void aBoardsTime_decidesByTheVotes_orGivesUp() {
        review();
        vote("b1", Vote.APPROVE);
        vote("b2", Vote.ABSTAIN);
        assertThat(course.agreement().state()).isEqualTo(AgreementState.IN_REVIEW);
        assertThat(course.after(Duration.ofDays(10)).state()).isEqualTo(AgreementState.AGREED);
        assertThat(course.agreement().current().deadline()).isEqualTo(course.now.plus(Duration.ofDays(60)));
    }

    @Test
    void aBoardWithoutAQuorum_hasDecidedNothing() {
        review();
        vote("b1", Vote.APPROVE);
        assertThat(course.after(Duration.ofDays(10)).state()).isEqualTo(AgreementState.TIMED_OUT);
    }

    @Test
    void aMajorityOfTheMembers_decidesAtOnce() {
        review();
        vote("b1", Vote.APPROVE);
        vote("b2", Vote.APPROVE);
        assertThat(course.agreement().state()).isEqualTo(AgreementState.AGREED);
        assertThat(course.agreement().history())
                .extracting(Agreement.Change::what)
                .endsWith("A member voted to approve.", "The board approved it.");
    }

    @Test
    void aRejection_isARefusal() {
        review();
        vote("b1", Vote.REJECT);
        vote("b1", Vote.APPROVE);
        vote("b2", Vote.REJECT);
        assertThat(course.agreement().state()).isEqualTo(AgreementState.IN_REVIEW);
        vote("b3", Vote.REJECT);
        assertThat(course.agreement().state()).isEqualTo(AgreementState.REFUSED);
    }

    @Test
    void timeInState_isReported_forEachState() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        course.after(Duration.ofDays(3));
        course.agency(new NegotiationCommand.Offer(null));
        course.after(Duration.ofDays(2));
        course.recipient(new NegotiationCommand.Accept(DOCUMENT, null));

        List<TimeInState> times = TimeInState.of(course.agreement(), course.now.plus(Duration.ofDays(1)));
        assertThat(times)
                .extracting(TimeInState::state)
                .containsExactly(AgreementState.DRAFT, AgreementState.OFFERED, AgreementState.AGREED);
        assertThat(times).extracting(TimeInState::seconds).containsExactly(3 * 86_400L, 2 * 86_400L, 86_400L);
        assertThat(times.get(2).to()).isNull();
    }

    @Test
    void theInbox_saysWhatWaits_andReminds() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        assertThat(Inbox.of(course.agreement(), RITA, course.now)).isEmpty();
        course.agency(new NegotiationCommand.Offer(null));
        assertThat(Inbox.of(course.agreement(), RITA, course.now)).get().satisfies(item -> {
            assertThat(item.command()).isEqualTo("accept");
            assertThat(item.what()).startsWith("The agency offers it");
            assertThat(item.deadline()).isEqualTo(course.now.plus(Duration.ofDays(60)));
        });
        course.after(Duration.ofDays(31));
        assertThat(Inbox.of(course.agreement(), RITA, course.now).orElseThrow().what())
                .startsWith("A reminder:");
    }

    @Test
    void theInbox_alarmsOfAnOverdueDestruction() {
        course.active(DOCUMENT);
        course.agency(new EndCommand.Revoke(""));
        course.clock(new DestructionCommand.Demand(course.now, course.now.plus(Duration.ofDays(7))));
        assertThat(Inbox.of(course.agreement(), RITA, course.now).orElseThrow().overdue())
                .isFalse();
        course.now = course.now.plus(Duration.ofDays(8));
        assertThat(Inbox.of(course.agreement(), RITA, course.now).orElseThrow()).satisfies(item -> {
            assertThat(item.overdue()).isTrue();
            assertThat(item.what()).startsWith("Overdue:");
            assertThat(item.command()).isEqualTo("certificate");
        });
    }

    private void review() {
        course.recipient(new NegotiationCommand.Draft(Texts.reviewedBy(DOCUMENT, BOARD.id())));
        course.recipient(new NegotiationCommand.Request(null));
        course.agency(new NegotiationCommand.Accept(course.text(), BOARD));
    }

    private void vote(String member, Vote vote) {
        course.done(new ReviewCommand.CastVote(vote, ""), course.act(member, null));
    }
}
