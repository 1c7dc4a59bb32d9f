package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weir.consent.agreement.Side.ASSIGNEE;
import static org.weir.consent.agreement.Texts.DOCUMENT;
import static org.weir.schemas.agreement.AgreementState.ACTIVE;
import static org.weir.schemas.agreement.AgreementState.AGREED;
import static org.weir.schemas.agreement.AgreementState.AMENDED;
import static org.weir.schemas.agreement.AgreementState.DRAFT;
import static org.weir.schemas.agreement.AgreementState.FINALIZED;
import static org.weir.schemas.agreement.AgreementState.OFFERED;
import static org.weir.schemas.agreement.AgreementState.REQUESTED;
import static org.weir.schemas.agreement.AgreementState.REVOKED;
import static org.weir.schemas.agreement.AgreementState.SUSPENDED;
import static org.weir.schemas.agreement.AgreementState.VERIFIED;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class AgreementTest {
    private final Course course = new Course();

    @Test
    void goesTheWholeCourse_fromDraftToForce_andTellsItsHistory() {
        course.recipient(new NegotiationCommand.Draft(DOCUMENT));
        course.recipient(new NegotiationCommand.Request(null));
        course.agency(new NegotiationCommand.Offer(null));
        course.recipient(new NegotiationCommand.Accept(DOCUMENT, null));
        course.recipientSigns();
        course.agencySigns();
        Agreement active = course.after(Duration.ZERO);

        assertThat(active.current().stays())
                .extracting(Version.Stay::state)
                .containsExactly(DRAFT, REQUESTED, OFFERED, AGREED, VERIFIED, FINALIZED, ACTIVE);
        assertThat(active.history())
                .extracting(Agreement.Change::what)
                .containsExactly(
                        "A draft was written.",
                        "The recipient requested it.",
                        "The agency offered it.",
                        "The recipient accepted it.",
                        "The recipient signed it.",
                        "The agency signed it.",
                        "It came into force.");
        assertThat(active.current().signatures())
                .extracting(Signature::party)
                .containsExactly(Side.ASSIGNEE, Side.ASSIGNER);
        assertThat(active.record().changedBy()).isEqualTo(Act.CLOCK);
    }

    @Test
    void takesEffect_atItsFirstSecond_andNotBefore() {
        course.finalized(Texts.from(Course.START.plusSeconds(60)));
        assertThat(course.after(Duration.ofSeconds(59)).state()).isEqualTo(FINALIZED);
        assertThat(course.after(Duration.ofSeconds(1)).state()).isEqualTo(ACTIVE);
    }

    @Test
    void expires_atItsSecond_andNotBefore() {
        course.active(Texts.until(Course.START.plusSeconds(60)));
        assertThat(course.after(Duration.ofSeconds(59)).state()).isEqualTo(ACTIVE);
        assertThat(course.after(Duration.ofSeconds(1)).state()).isEqualTo(AgreementState.EXPIRED);
    }

    @Test
    void givesNoSecondEvent_whereItIsSoAlready() {
        course.active(DOCUMENT);
        course.agency(new EndCommand.Revoke("because"));
        int events = course.events.size();

        course.agency(new EndCommand.Revoke("once more"));
        course.clock(new ClockCommand.Expire());
        course.clock(new ClockCommand.TakeEffect());
        course.clock(EndCommand.EndWith.parent(DOCUMENT.uid(), REVOKED));

        assertThat(course.events).hasSize(events);
        assertThat(course.agreement().ending().reason()).isEqualTo("because");
    }

    @Test
    void anAmendment_takesThePlaceOfWhatIsInForce_inOneChange() {
        course.active(DOCUMENT);
        course.agency(new NegotiationCommand.Amend(Texts.next(DOCUMENT)));
        assertThat(course.agreement().record().document().version()).isEqualTo(1);
        course.agreed();
        assertThat(course.agreement().state()).isEqualTo(ACTIVE);
        assertThat(course.agreement().record().document().version()).isEqualTo(1);
        long before = course.agreement().epoch();

        Agreement amended = course.after(Duration.ZERO);

        assertThat(amended.epoch()).isGreaterThan(before);
        assertThat(amended.state()).isEqualTo(ACTIVE);
        assertThat(amended.record().document().version()).isEqualTo(2);
        assertThat(amended.past()).extracting(Version::state).containsExactly(AMENDED);
        assertThat(amended.proposed()).isNull();
    }

    @Test
    void anAmendmentThatIsRefused_leavesWhatIsInForce() {
        course.active(DOCUMENT);
        long epoch = course.agreement().epoch();
        course.recipient(new NegotiationCommand.Amend(Texts.next(DOCUMENT)));
        course.recipient(new NegotiationCommand.Request(null));
        Agreement refused = course.agency(new NegotiationCommand.Refuse("not now"));

        assertThat(refused.state()).isEqualTo(ACTIVE);
        assertThat(refused.past()).extracting(Version::state).containsExactly(AgreementState.REFUSED);
        assertThat(refused.epoch()).as("enforcers hear nothing of it").isEqualTo(epoch);
        assertThat(course.agency(new NegotiationCommand.Amend(Texts.next(DOCUMENT)))
                        .negotiated()
                        .state())
                .isEqualTo(DRAFT);
    }

    @Test
    void anAmendmentOfWhatRests_goesOnResting() {
        course.active(DOCUMENT);
        course.agency(new ForceCommand.Suspend("audit"));
        course.agency(new NegotiationCommand.Amend(Texts.next(DOCUMENT)));
        course.agreed();
        assertThat(course.after(Duration.ZERO).state()).isEqualTo(SUSPENDED);
        assertThat(course.agreement().document().version()).isEqualTo(2);
        assertThat(course.agency(new ForceCommand.Resume()).state()).isEqualTo(ACTIVE);
    }

    @Test
    void anAmendmentFalls_whereTheAgreementEnds() {
        course.active(DOCUMENT);
        course.agency(new NegotiationCommand.Amend(Texts.next(DOCUMENT)));
        Agreement revoked = course.agency(new EndCommand.Revoke(""));
        assertThat(revoked.proposed()).isNull();
        refused(ErrorCode.AGREEMENT_STATE, () -> course.agency(new NegotiationCommand.Offer(null)));
    }

    @Test
    void aCommentConcernsNoEnforcer() {
        course.active(DOCUMENT);
        Agreement before = course.agreement();
        Agreement after = course.done(new NegotiationCommand.Remark("Well done."), course.act("ada", null));
        assertThat(after.comments()).hasSize(1);
        assertThat(after.record()).isEqualTo(before.record());
    }

    @Test
    void refusesWhatItsStateDoesNotAllow_andNamesTheState() {
        refused(ErrorCode.UNKNOWN_AGREEMENT, () -> course.agency(new NegotiationCommand.Offer(null)));
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        refused(ErrorCode.ALREADY_EXISTS, () -> course.agency(new NegotiationCommand.Draft(DOCUMENT)));
        refused(ErrorCode.NOT_ALLOWED, () -> course.recipient(new NegotiationCommand.Offer(null)));
        refused(ErrorCode.AGREEMENT_STATE, () -> course.recipient(new NegotiationCommand.Accept(DOCUMENT, null)));
        course.agency(new NegotiationCommand.Offer(null));
        assertThatThrownBy(() -> course.agency(new NegotiationCommand.Accept(DOCUMENT, null)))
                .hasMessageContaining("is OFFERED")
                .hasMessageContaining("the other party answers");
        refused(ErrorCode.AGREEMENT_STATE, course::recipientSigns);
        course.recipient(new NegotiationCommand.Accept(DOCUMENT, null));
        refused(ErrorCode.AGREEMENT_STATE, course::agencySigns);
        course.recipientSigns();
        refused(
                ErrorCode.SIGNATURE_INVALID,
                () -> course.agency(new SigningCommand.Sign(DOCUMENT, course.signature(Side.ASSIGNER, "sha256:2"))));
        course.agencySigns();
        refused(ErrorCode.AGREEMENT_STATE, () -> course.agency(new NegotiationCommand.Refuse("")));
        assertThat(course.events).hasSize(5);
    }

    @Test
    void refusesAText_ofAnotherAgreement() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        refused(
                ErrorCode.AGREEMENT_OTHER_TEXT,
                () -> course.agency(new NegotiationCommand.Offer(Texts.assignee(DOCUMENT, "somebody-else"))));
        refused(ErrorCode.AGREEMENT_VERSION, () -> course.agency(new NegotiationCommand.Redraft(Texts.next(DOCUMENT))));
        refused(
                ErrorCode.AGREEMENT_OTHER_TEXT,
                () -> course.agency(new NegotiationCommand.Offer(Texts.emergency("a", Course.START.plusSeconds(9)))));
    }

    @Test
    void anAmendment_neitherGainsNorLosesADelay_butMayChangeIt() {
        AgreementDocument delayed = delayedBy(DOCUMENT, "PT5M");
        course.active(delayed);
        assertThatThrownBy(() -> course.agency(new NegotiationCommand.Amend(
                        Texts.with(Texts.next(delayed), json -> json.remove("obligations")))))
                .hasMessageContaining("neither adds a delay nor drops it");
        course.agency(new NegotiationCommand.Amend(delayedBy(Texts.next(delayed), "PT1H")));
        refused(
                ErrorCode.AGREEMENT_OTHER_TEXT,
                () -> course.agency(new NegotiationCommand.Redraft(
                        Texts.with(Texts.next(delayed), json -> json.remove("obligations")))));

        Course another = new Course();
        another.active(DOCUMENT);
        refused(
                ErrorCode.AGREEMENT_OTHER_TEXT,
                () -> another.agency(new NegotiationCommand.Amend(delayedBy(Texts.next(DOCUMENT), "PT1H"))));
    }

    @Test
    void anAmendmentKeepsItsBoard_andMayGainOne() {
        AgreementDocument reviewed = Texts.reviewedBy(DOCUMENT, "privacy");
        course.active(DOCUMENT);
        course.agency(new NegotiationCommand.Amend(Texts.next(reviewed)));

        Course another = new Course();
        another.done(new ExceptionCommand.Draw(with(reviewed, "presumption", "ohio")), another.act("rita", ASSIGNEE));
        for (String board : Arrays.asList(null, "friends")) {
            assertThatThrownBy(() -> another.agency(
                            new NegotiationCommand.Amend(with(Texts.next(reviewed), "reviewBoard", board))))
                    .hasMessageContaining("the same board, privacy");
        }
        another.agency(new NegotiationCommand.Amend(Texts.next(reviewed)));
        refused(
                ErrorCode.AGREEMENT_OTHER_TEXT,
                () -> another.agency(new NegotiationCommand.Offer(Texts.next(DOCUMENT))));
    }

    @Test
    void anAmendmentStaysUnderItsParent() {
        AgreementDocument child = with(DOCUMENT, "inheritFrom", "parent");
        course.active(child);
        for (String parent : Arrays.asList(null, "another")) {
            assertThatThrownBy(() ->
                            course.agency(new NegotiationCommand.Amend(with(Texts.next(child), "inheritFrom", parent))))
                    .hasMessageContaining("stays under parent");
        }
        course.agency(new NegotiationCommand.Amend(Texts.next(child)));
        refused(
                ErrorCode.AGREEMENT_OTHER_TEXT,
                () -> course.agency(new NegotiationCommand.Redraft(Texts.next(DOCUMENT))));
    }

    private static AgreementDocument with(AgreementDocument document, String term, String value) {
        return Texts.with(document, json -> json.put(term, value));
    }

    @Test
    void anAmendmentKeepsItsFeed_alsoWhereItIsWrittenAnew() {
        course.active(DOCUMENT);
        course.agency(new NegotiationCommand.Amend(Texts.next(DOCUMENT)));
        refused(
                ErrorCode.AGREEMENT_OTHER_TEXT,
                () -> course.agency(
                        new NegotiationCommand.Offer(Texts.with(Texts.next(DOCUMENT), json -> json.withObject("/target")
                                .put("feed", "riverton-transit.trip-updates")))));
    }

    private static AgreementDocument delayedBy(AgreementDocument document, String time) {
        return Texts.with(document, json -> json.putArray("obligations")
                .addObject()
                .put("action", "delay")
                .putObject("with")
                .put("by", time));
    }

    @Test
    void takesNoText_thatNobodyRead() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        course.agency(new NegotiationCommand.Offer(Texts.reviewedBy(DOCUMENT, "privacy")));
        assertThatThrownBy(() -> course.recipient(new NegotiationCommand.Accept(DOCUMENT, null)))
                .hasMessageContaining("with another text meanwhile");
    }

    @Test
    void endsInDestruction_whereRecordsFlowed() {
        course.active(DOCUMENT);
        course.recipient(new EndCommand.Withdraw("moved on"));
        refused(ErrorCode.AGREEMENT_STATE, () -> course.agency(new DestructionCommand.Close()));
        Agreement due = course.clock(new DestructionCommand.Demand(course.now, course.now.plus(Duration.ofDays(7))));
        assertThat(due.state()).isEqualTo(AgreementState.DESTRUCTION_DUE);
        assertThat(due.record().endedAs()).isEqualTo(AgreementState.WITHDRAWN);
        assertThat(due.notice().orElseThrow().destroyBy()).isEqualTo(course.now.plus(Duration.ofDays(7)));
        course.recipient(new DestructionCommand.Certify(Texts.certificate(DOCUMENT, due.epoch(), course.now)));
        Agreement closed = course.agency(new DestructionCommand.Close());
        assertThat(closed.state()).isEqualTo(AgreementState.CLOSED);
        assertThat(closed.endedAs()).isEqualTo(AgreementState.WITHDRAWN);
    }

    @Test
    void isClosedWithoutDestruction_whereNothingEverFlowed() {
        course.finalized(Texts.from(Course.START.plusSeconds(60)));
        course.agency(new EndCommand.Revoke(""));
        assertThat(course.clock(new DestructionCommand.Demand(course.now, course.now))
                        .state())
                .isEqualTo(REVOKED);
        assertThat(course.agency(new DestructionCommand.Close()).state()).isEqualTo(AgreementState.CLOSED);
    }

    @Test
    void anEmergencyTakesTwoOfficers_andASunset() {
        refused(
                ErrorCode.AGREEMENT_EMERGENCY,
                () -> course.agency(new ExceptionCommand.DeclareEmergency(
                        Texts.emergency("a", Course.START.plus(Duration.ofDays(31))))));
        course.agency(
                new ExceptionCommand.DeclareEmergency(Texts.emergency("a", Course.START.plus(Duration.ofDays(2)))));
        refused(ErrorCode.AGREEMENT_STATE, () -> course.agency(new ExceptionCommand.ConfirmEmergency()));
        refused(ErrorCode.AGREEMENT_STATE, () -> course.agency(new NegotiationCommand.Offer(null)));
        refused(ErrorCode.NOT_ALLOWED, () -> course.recipient(new ExceptionCommand.ConfirmEmergency()));
        course.done(new ExceptionCommand.ConfirmEmergency(), course.act("otto", Side.ASSIGNER));
        assertThat(course.agreement().state()).isEqualTo(ACTIVE);
        assertThat(course.after(Duration.ofDays(2)).state()).isEqualTo(AgreementState.EXPIRED);
    }

    @Test
    void isDrawn_underAPresumption_byTheMemberAlone() {
        refused(ErrorCode.AGREEMENT_OTHER_TEXT, () -> course.recipient(new ExceptionCommand.Draw(DOCUMENT)));
        refused(ErrorCode.NOT_ALLOWED, () -> course.agency(new ExceptionCommand.Draw(Texts.presumed("a"))));
        assertThat(course.recipient(new ExceptionCommand.Draw(Texts.presumed("a")))
                        .state())
                .isEqualTo(ACTIVE);
        assertThat(course.clock(new EndCommand.EndWith("A prohibition was filed."))
                        .endedAs())
                .isEqualTo(AgreementState.TERMINATED);
    }

    @Test
    void rotatesKeys_andTellsEnforcers() {
        course.active(DOCUMENT);
        long before = course.agreement().epoch();
        Agreement rotated = course.agency(new ForceCommand.RotateKeys(2));
        assertThat(rotated.record().keyEpoch()).isEqualTo(2);
        assertThat(rotated.epoch()).isGreaterThan(before).isEqualTo(rotated.rotatedIn());
    }

    @Test
    void hasNeededAKey_onceAVersionThatMakesPseudonymsWasInForce_andNotBefore() {
        AgreementDocument keyed = Documents.buses("a", Texts.FEED);
        assertThat(course.finalized(keyed).hasNeededKey(keyed.purpose())).isFalse();

        Agreement active = course.after(Duration.ZERO);

        assertThat(active.hasNeededKey(keyed.purpose())).isTrue();
        assertThat(active.hasNeededKey("research")).isFalse();
        assertThat(course.agency(new ForceCommand.Suspend("because")).hasNeededKey(keyed.purpose()))
                .isTrue();
    }

    @Test
    void hasNeededNoKey_whereNothingWasMadeAPseudonym() {
        assertThat(course.active(DOCUMENT).hasNeededKey(DOCUMENT.purpose())).isFalse();
    }

    @Test
    void hasNeededNoKeyYet_forAPurposeThatItLeftBeforeItsKeysWereRotated() {
        // Given an agreement whose purpose an amendment changed
        AgreementDocument keyed = Documents.buses("a", Texts.FEED);
        course.active(keyed);
        AgreementDocument other = Texts.with(Texts.next(keyed), json -> json.put("purpose", "research"));
        course.agency(new NegotiationCommand.Amend(other));
        course.agreed();
        Agreement amended = course.after(Duration.ofSeconds(1));
        assertThat(amended.document().purpose()).isEqualTo("research");
        assertThat(amended.hasNeededKey(keyed.purpose())).isTrue();
        assertThat(amended.hasNeededKey("research")).isTrue();

        // When its keys are rotated
        course.after(Duration.ofSeconds(1));
        Agreement rotated = course.agency(new ForceCommand.RotateKeys(2));

        // Then the new key of the first purpose has never been made
        assertThat(rotated.hasNeededKey(keyed.purpose())).isFalse();
        assertThat(rotated.hasNeededKey("research")).isTrue();
    }

    @Test
    void rotatesKeysOnce_whereTwoAskAtOnce_orOneAsksAgain() {
        // Given two that both found the first key and made the second ready
        course.active(DOCUMENT);
        Agreement rotated = course.agency(new ForceCommand.RotateKeys(2));

        // When the second comes, also after something else has happened
        course.agency(new ForceCommand.Suspend("a look"));
        Agreement again = course.agency(new ForceCommand.RotateKeys(2));

        // Then the key and its change, whose receipt both get, are the same
        assertThat(again.record().keyEpoch()).isEqualTo(2);
        assertThat(again.rotatedIn()).isEqualTo(rotated.epoch());
        // And the next follows, but none is left out, and nobody else asks
        refused(ErrorCode.AGREEMENT_STATE, () -> course.agency(new ForceCommand.RotateKeys(4)));
        refused(ErrorCode.NOT_ALLOWED, () -> course.recipient(new ForceCommand.RotateKeys(2)));
        assertThat(course.agency(new ForceCommand.RotateKeys(3)).record().keyEpoch())
                .isEqualTo(3);
    }

    @Test
    void tellsDays_asPeopleSayThem() {
        Instant day = Instant.parse("2026-03-09T00:00:00Z");
        assertThat(new NegotiationEvent.Reminded(day.plusSeconds(45_000), day, "clock").what())
                .isEqualTo("A reminder: its deadline is March 9, 2026 at 12:30 UTC.");
        assertThat(new DestructionEvent.DestructionDemanded(day, day.plusSeconds(1), day, "clock").what())
                .endsWith("by March 9, 2026 at 00:00:01 UTC.");
        assertThatThrownBy(() -> course.agency(new ExceptionCommand.DeclareEmergency(
                        Texts.emergency("a", Course.START.plus(Duration.ofDays(31))))))
                .hasMessageContaining("The sunset April 2, 2026 at 12:00 UTC is not");
        course.agency(new NegotiationCommand.Draft(Texts.until(day)));
        course.agency(new NegotiationCommand.Offer(null));
        course.recipient(new NegotiationCommand.Accept(course.text(), null));
        course.now = day;
        assertThatThrownBy(course::recipientSigns).hasMessageContaining("ends March 9, 2026 (UTC), which is past");
    }

    @Test
    void replaysNothing_toNothing() {
        assertThat(Agreement.replay(List.of())).isEmpty();
    }

    private static void refused(ErrorCode code, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.error())
                .isEqualTo(code));
    }
}
