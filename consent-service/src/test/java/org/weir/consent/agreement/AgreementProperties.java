package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weir.consent.review.Board;
import org.weir.consent.review.Vote;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.problem.Refusal;

/** What holds whatever people, boards and time do, in whatever order. */
class AgreementProperties {
    private static final Board BOARD = new Board("privacy", "Privacy board", List.of("b1", "b2", "b3"), 2, 30);
    private static final AgreementDocument USUAL = Texts.with(
            Texts.until(Course.START.plus(Duration.ofDays(400))), json -> json.put("inheritFrom", "the-family"));
    private static final AgreementDocument REVIEWED = Texts.reviewedBy(USUAL, BOARD.id());
    private static final AgreementDocument EMERGENCY =
            Texts.emergency("a", Course.START.plus(Duration.ofDays(25)), Course.START.plus(Duration.ofDays(20)));

    /** Who does what, after how long. */
    record Step(AgreementCommand command, String by, Side side, Duration later) {}

    @Property(tries = 500)
    void replayingTheEvents_givesWhatTheCommandsMade(@ForAll("lives") List<Step> steps) {
        Course course = new Course();
        Agreement kept = null;
        for (Step step : steps) {
            int before = course.events.size();
            attempt(course, step);
            for (Agreement.Numbered each : course.events.subList(before, course.events.size())) {
                kept = Agreement.after(kept, each);
            }
            assertThat(course.find().orElse(null)).isEqualTo(kept);
        }
    }

    @Property(tries = 500)
    void nothingIsInForce_withoutTwoSignatures_orTwoOfficers_orALaw(@ForAll("lives") List<Step> steps) {
        Course course = new Course();
        for (Step step : steps) {
            attempt(course, step);
            course.find().filter(a -> a.state() == AgreementState.ACTIVE).ifPresent(active -> {
                Version version = active.current();
                boolean signed = version.signature(Side.ASSIGNEE).isPresent()
                        && version.signature(Side.ASSIGNER).isPresent();
                boolean confirmed = version.declaredBy() != null
                        && course.events.stream()
                                .map(Agreement.Numbered::event)
                                .anyMatch(e -> e instanceof ExceptionEvent.EmergencyConfirmed c
                                        && !c.by().equals(version.declaredBy()));
                assertThat(signed || confirmed || version.document().presumption() != null)
                        .as("%s", steps)
                        .isTrue();
            });
        }
    }

    @Property(tries = 500)
    void nothingIsInForce_whileItsParentRests_orTheAgencyLetsItRest(@ForAll("lives") List<Step> steps) {
        Course course = new Course();
        boolean byHand = false;
        boolean withParent = false;
        for (Step step : steps) {
            int before = course.events.size();
            attempt(course, step);
            for (Agreement.Numbered each : course.events.subList(before, course.events.size())) {
                byHand = each.event() instanceof ForceEvent.Suspended
                        || byHand && !(each.event() instanceof ForceEvent.Resumed);
                withParent = each.event() instanceof ForceEvent.SuspendedWithParent
                        || withParent && !(each.event() instanceof ForceEvent.ResumedWithParent);
            }
            if (course.find().isPresent() && (byHand || withParent)) {
                assertThat(course.agreement().state()).as("%s", steps).isNotEqualTo(AgreementState.ACTIVE);
            }
        }
    }

    @Property(tries = 500)
    void whatHasEnded_isNeverInForceAgain(@ForAll("lives") List<Step> steps) {
        Course course = new Course();
        boolean ended = false;
        for (Step step : steps) {
            attempt(course, step);
            if (course.find().isPresent()) {
                AgreementState state = course.agreement().state();
                assertThat(ended && !state.ended()).isFalse();
                ended = state.ended();
            }
        }
    }

    @Property(tries = 500)
    void whatIsRefused_changesNothing_andASecondTimeChangesNothingMore(@ForAll("lives") List<Step> steps) {
        Course course = new Course();
        for (Step step : steps) {
            List<Agreement.Numbered> before = List.copyOf(course.events);
            course.now = course.now.plus(step.later);
            try {
                course.done(step.command, course.act(step.by, step.side));
            } catch (Refusal refusal) {
                assertThat(course.events).isEqualTo(before);
                continue;
            }
            // The same command given twice in the same second leads nowhere else than given once.
            AgreementState once = course.agreement().state();
            try {
                course.done(step.command, course.act(step.by, step.side));
            } catch (Refusal refusal) {
                // That is an answer too.
            }
            assertThat(course.agreement().state()).isEqualTo(once);
        }
    }

    @Property(tries = 500)
    void theClockNeverStands_onWhatIsDue(@ForAll("lives") List<Step> steps) {
        Course course = new Course();
        for (Step step : steps) {
            attempt(course, step);
            if (course.find().isEmpty()) {
                continue;
            }
            boolean comes = Agenda.next(course.agreement())
                    .map(next -> !course.now.isBefore(next))
                    .orElse(false);
            assertThat(course.due().isPresent()).isEqualTo(comes);
            course.due().ifPresent(command -> assertThat(
                            AgreementCommand.decide(course.find(), command, Act.ofClock(course.now, Deadlines.USUAL)))
                    .isNotEmpty());
        }
    }

    @Property(tries = 500)
    void theButtonsNeverLie(@ForAll("lives") List<Step> steps) {
        Course course = new Course();
        for (Step step : steps) {
            boolean existed = course.find().isPresent();
            boolean offered = existed
                    && move(step.command) != null
                    && move(step.command)
                            .objection(course.agreement(), step.side, step.by)
                            .isEmpty();
            int before = course.events.size();
            attempt(course, step);
            if (existed && move(step.command) != null && !offered) {
                assertThat(course.events).as("%s", step).hasSize(before);
            }
        }
    }

    private static void attempt(Course course, Step step) {
        course.now = course.now.plus(step.later);
        try {
            course.done(step.command, course.act(step.by, step.side));
        } catch (Refusal refusal) {
            // Refused, as most of what comes in no order is.
        }
    }

    private static Move move(AgreementCommand command) {
        return switch (command.getClass().getSimpleName()) {
            case "Redraft" -> Move.REDRAFT;
            case "Request" -> Move.REQUEST;
            case "Offer" -> Move.OFFER;
            case "Accept" -> Move.ACCEPT;
            case "Refuse" -> Move.REFUSE;
            case "Amend" -> Move.AMEND;
            case "CastVote" -> Move.VOTE;
            case "WriteMinutes" -> Move.MINUTES;
            case "Sign" -> Move.SIGN;
            case "Suspend" -> Move.SUSPEND;
            case "Resume" -> Move.RESUME;
            case "Revoke" -> Move.REVOKE;
            case "Withdraw" -> Move.WITHDRAW;
            case "Terminate" -> Move.TERMINATE;
            case "RotateKeys" -> Move.ROTATE_KEYS;
            case "Certify" -> Move.CERTIFY;
            case "Close" -> Move.CLOSE;
            case "ConfirmEmergency" -> Move.CONFIRM_EMERGENCY;
            default -> null;
        };
    }

    /** Some agreement's life: first a text, then whatever; the likely next steps more often, so that many come far. */
    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Duration> later = Arbitraries.of(
                Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(29), Duration.ofDays(61));
        Arbitrary<Step> any = Combinators.combine(
                        Arbitraries.of(commands()),
                        Arbitraries.of("dana", "otto", "rita", "b1", "b2", "b3"),
                        Arbitraries.of(Side.ASSIGNER, Side.ASSIGNEE, null),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(9, Arbitraries.just(Duration.ZERO)),
                                net.jqwik.api.Tuple.of(1, later)))
                .as(Step::new);
        Arbitrary<List<Step>> wild = any.list().ofMinSize(1).ofMaxSize(60);
        return Combinators.combine(Arbitraries.of(beginnings()), wild).as((beginning, rest) -> {
            List<Step> all = new ArrayList<>(beginning);
            all.addAll(rest);
            return all;
        });
    }

    /** None, or the way to some state, so that what comes in no order meets every state. */
    private static List<List<Step>> beginnings() {
        List<Step> usual = List.of(
                step(new NegotiationCommand.Draft(USUAL), "dana", Side.ASSIGNER),
                step(new NegotiationCommand.Offer(null), "dana", Side.ASSIGNER),
                step(new NegotiationCommand.Accept(USUAL, null), "rita", Side.ASSIGNEE),
                step(sign(USUAL, Side.ASSIGNEE), "rita", Side.ASSIGNEE),
                step(sign(USUAL, Side.ASSIGNER), "dana", Side.ASSIGNER),
                step(new ClockCommand.TakeEffect(), Act.CLOCK, null));
        List<Step> reviewed = List.of(
                step(new NegotiationCommand.Draft(REVIEWED), "rita", Side.ASSIGNEE),
                step(new NegotiationCommand.Request(null), "rita", Side.ASSIGNEE),
                step(new NegotiationCommand.Accept(REVIEWED, BOARD), "dana", Side.ASSIGNER));
        List<Step> declared = List.of(step(new ExceptionCommand.DeclareEmergency(EMERGENCY), "dana", Side.ASSIGNER));
        List<Step> drawn = List.of(step(new ExceptionCommand.Draw(Texts.presumed("a")), "rita", Side.ASSIGNEE));
        List<List<Step>> all = new ArrayList<>(List.of(List.of(), reviewed, declared, drawn));
        for (int n = 1; n <= usual.size(); n++) {
            all.add(usual.subList(0, n));
        }
        return all;
    }

    private static Set<AgreementCommand> commands() {
        return Set.of(
                new NegotiationCommand.Draft(USUAL),
                new NegotiationCommand.Draft(REVIEWED),
                new NegotiationCommand.Redraft(REVIEWED),
                new NegotiationCommand.Amend(Texts.next(USUAL)),
                new NegotiationCommand.Request(null),
                new NegotiationCommand.Request(REVIEWED),
                new NegotiationCommand.Offer(null),
                new NegotiationCommand.Offer(USUAL),
                new NegotiationCommand.Accept(USUAL, null),
                new NegotiationCommand.Accept(REVIEWED, BOARD),
                new NegotiationCommand.Accept(Texts.next(USUAL), null),
                new NegotiationCommand.Refuse("no"),
                new NegotiationCommand.Remark("hm"),
                new ReviewCommand.CastVote(Vote.APPROVE, ""),
                new ReviewCommand.CastVote(Vote.REJECT, ""),
                new ReviewCommand.CastVote(Vote.ABSTAIN, ""),
                new ReviewCommand.WriteMinutes("said"),
                sign(USUAL, Side.ASSIGNEE),
                sign(USUAL, Side.ASSIGNER),
                sign(REVIEWED, Side.ASSIGNEE),
                sign(REVIEWED, Side.ASSIGNER),
                sign(Texts.next(USUAL), Side.ASSIGNEE),
                sign(Texts.next(USUAL), Side.ASSIGNER),
                new ForceCommand.Suspend("audit"),
                new ForceCommand.Resume(),
                new ForceCommand.RestWithParent(),
                new ForceCommand.GoOnWithParent(),
                new ForceCommand.RotateKeys(2),
                new EndCommand.Revoke("enough"),
                new EndCommand.Withdraw("enough"),
                new EndCommand.Terminate("broken"),
                EndCommand.EndWith.parent(USUAL.uid(), AgreementState.REVOKED),
                new DestructionCommand.Demand(Course.START, Course.START.plus(Duration.ofDays(7))),
                new DestructionCommand.Certify(Texts.certificate(USUAL, 1, Course.START)),
                new DestructionCommand.Close(),
                new ExceptionCommand.DeclareEmergency(EMERGENCY),
                new ExceptionCommand.ConfirmEmergency(),
                new ExceptionCommand.Draw(Texts.presumed("a")),
                new ClockCommand.Expire(),
                new ClockCommand.TakeEffect(),
                new ClockCommand.Lapse(),
                new ClockCommand.Remind(),
                new ClockCommand.RemindOfReview());
    }

    private static AgreementCommand sign(AgreementDocument text, Side side) {
        return new SigningCommand.Sign(text, new Signature(side, "s", side.word(), Course.START, "sha256:1", "c2ln"));
    }

    private static Step step(AgreementCommand command, String by, Side side) {
        return new Step(command, by, side, Duration.ZERO);
    }
}
