package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.narrow.Narrowing;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.policy.SharingDecision;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.policy.SharingRequest;
import org.weir.consent.review.Board;
import org.weir.consent.review.Vote;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.Refusal;

/** Plays a lifecycle scenario: an agreement, its parties and the clock. */
final class Story {
    private final Course course = new Course();
    private final Sentences sentences = new Sentences();
    private final AgreementDocument text;
    private final AgreementDocument parent;
    private final Board board;

    Story(JsonNode given) {
        JsonNode said = given.path("board");
        board = said.isMissingNode() ? null : board(said);
        parent = given.has("parent") ? document("parent", given.path("parent")) : null;
        text = document("a", given.path("agreement"));
        parties();
        boards();
        time();
        standing();
    }

    void hears(String sentence) {
        sentences.hear(sentence);
    }

    void refuses(String sentence, String code, String because) {
        Refusal refusal = catchThrowableOfType(() -> hears(sentence), Refusal.class);
        assertThat(refusal).as("the refusal of: " + sentence).isNotNull();
        assertThat(refusal.error().code()).isEqualTo(code);
        assertThat(refusal.problem().detail()).contains(because);
    }

    private void parties() {
        sentences
                .when("the agency drafts", (a, b) -> course.agency(new NegotiationCommand.Draft(checked(text))))
                .when("the recipient drafts", (a, b) -> course.recipient(new NegotiationCommand.Draft(checked(text))))
                .when("the recipient requests", (a, b) -> course.recipient(new NegotiationCommand.Request(null)))
                .when(
                        "the recipient requests only (.+)",
                        (fields, b) -> course.recipient(new NegotiationCommand.Request(only(fields))))
                .when("the agency requests", (a, b) -> course.agency(new NegotiationCommand.Request(null)))
                .when("the agency offers", (a, b) -> course.agency(new NegotiationCommand.Offer(null)))
                .when("the recipient offers", (a, b) -> course.recipient(new NegotiationCommand.Offer(null)))
                .when(
                        "the agency offers only (.+)",
                        (fields, b) -> course.agency(new NegotiationCommand.Offer(only(fields))))
                .when(
                        "(the agency|the recipient) accepts",
                        (who, b) -> say(who, new NegotiationCommand.Accept(course.text(), board)))
                .when(
                        "(the agency|the recipient) refuses",
                        (who, b) -> say(who, new NegotiationCommand.Refuse("we may not")))
                .when("(the agency|the recipient) signs", (who, b) -> sign(who, "sha256:1"))
                .when("(the agency|the recipient) signs another text", (who, b) -> sign(who, "sha256:2"))
                .when(
                        "(the agency|the recipient) proposes to share only (.+)",
                        (who, fields) -> say(who, new NegotiationCommand.Amend(Texts.next(only(fields)))))
                .when(
                        "(the agency|the recipient) proposes to renew it for days (\\d+ to \\d+)",
                        (who, days) -> say(who, new NegotiationCommand.Amend(renewal(days))))
                .when(
                        "(the agency|the recipient) proposes to make it regular",
                        (who, b) -> say(who, new NegotiationCommand.Amend(regular())))
                .when("(the agency|the recipient) suspends", (who, b) -> say(who, new ForceCommand.Suspend("a look")))
                .when("(the agency|the recipient) resumes", (who, b) -> say(who, new ForceCommand.Resume()))
                .when(
                        "(the agency|the recipient) rotates the keys",
                        (who, b) -> say(
                                who,
                                new ForceCommand.RotateKeys(course.agreement().keyEpoch() + 1)))
                .when("(the agency|the recipient) revokes", (who, b) -> say(who, new EndCommand.Revoke("enough")))
                .when("(the agency|the recipient) withdraws", (who, b) -> say(who, new EndCommand.Withdraw("done")))
                .when(
                        "(the agency|the recipient) ends it for a breach",
                        (who, b) -> say(who, new EndCommand.Terminate("passed on")))
                .when(
                        "(the agency|the recipient) certifies the destruction",
                        (who, b) -> say(who, new DestructionCommand.Certify(certificate())))
                .when("(the agency|the recipient) closes it", (who, b) -> say(who, new DestructionCommand.Close()))
                .when(
                        "(\\w+) of the agency declares an emergency for (\\d+) days",
                        (who, days) -> course.done(
                                new ExceptionCommand.DeclareEmergency(Texts.emergency("a", in(days(days)))),
                                course.act(who, Side.ASSIGNER)))
                .when(
                        "(\\w+) of the agency declares an emergency to be reviewed within (\\d+) days",
                        (who, days) -> course.done(
                                new ExceptionCommand.DeclareEmergency(
                                        Texts.emergency("a", in(days("30")), in(days(days)))),
                                course.act(who, Side.ASSIGNER)))
                .when(
                        "(\\w+) of the agency confirms the emergency",
                        (who, b) ->
                                course.done(new ExceptionCommand.ConfirmEmergency(), course.act(who, Side.ASSIGNER)))
                .when(
                        "(the agency|the recipient) draws on the feed",
                        (who, b) -> say(who, new ExceptionCommand.Draw(Texts.presumed("a"))));
    }

    private void boards() {
        sentences
                .when(
                        "(\\w+) votes to (approve|reject|abstain)",
                        (who, vote) -> course.done(
                                new ReviewCommand.CastVote(Vote.valueOf(vote.toUpperCase(Locale.ROOT)), ""),
                                course.act(who, null)))
                .when(
                        "(\\w+) writes minutes",
                        (who, b) -> course.done(new ReviewCommand.WriteMinutes("We met."), course.act(who, null)));
    }

    private void time() {
        sentences
                .when("the clock comes", (a, b) -> course.after(Duration.ZERO))
                .when("(\\d+) days? pass(?:es)?", (days, b) -> course.after(days(days)))
                .when("(\\d+) seconds? pass(?:es)?", (n, b) -> course.after(Duration.ofSeconds(Long.parseLong(n))))
                .when(
                        "the shared topic is deleted",
                        (a, b) -> course.clock(new DestructionCommand.Demand(course.now, in(Duration.ofDays(7)))))
                .when("its parent rests", (a, b) -> course.clock(new ForceCommand.RestWithParent()))
                .when("its parent goes on", (a, b) -> course.clock(new ForceCommand.GoOnWithParent()))
                .when(
                        "its parent ends",
                        (a, b) -> course.clock(EndCommand.EndWith.parent(parent.uid(), AgreementState.REVOKED)));
    }

    private void standing() {
        sentences
                .when(
                        "it is ([A-Z_]+)",
                        (state, b) -> assertThat(course.agreement().state()).isEqualTo(AgreementState.valueOf(state)))
                .when("there is no agreement", (a, b) -> assertThat(course.find())
                        .isEmpty())
                .when(
                        "the (?:amendment|former version) is ([A-Z_]+)",
                        (state, b) -> assertThat(amendment().state()).isEqualTo(AgreementState.valueOf(state)))
                .when("version (\\d+) counts", (n, b) -> assertThat(
                                course.agreement().document().version())
                        .isEqualTo(Integer.parseInt(n)))
                .when(
                        "it ended as ([A-Z_]+)",
                        (state, b) -> assertThat(course.agreement().endedAs()).isEqualTo(AgreementState.valueOf(state)))
                .when("records flow", (a, b) -> assertThat(decision()).isInstanceOf(SharingDecision.Share.class))
                .when("nothing flows: (.+)", (reason, b) -> assertThat(decision())
                        .isInstanceOfSatisfying(
                                Withhold.class,
                                w -> assertThat(w.reason().code()).isEqualTo(reason)))
                .when("only (.+) would flow", (fields, b) -> assertThat(course.agreement()
                                .negotiated()
                                .document()
                                .target()
                                .fields())
                        .isEqualTo(List.of(fields.split(", "))))
                .when("(\\d+) (?:has|have) signed", (n, b) -> assertThat(
                                course.agreement().negotiated().signatures())
                        .hasSize(Integer.parseInt(n)))
                .when("(\\d+) votes? (?:is|are) cast", (n, b) -> assertThat(
                                course.agreement().negotiated().review().ballots())
                        .hasSize(Integer.parseInt(n)))
                .when("(\\d+) reminders? (?:was|were) sent", (n, b) -> assertThat(reminders())
                        .isEqualTo(Integer.parseInt(n)))
                .when("a review waits for (the agency|the recipient)", (who, b) -> assertThat(review(who))
                        .get()
                        .satisfies(item -> assertThat(item.overdue()).isFalse()))
                .when("no review waits for (the agency|the recipient)", (who, b) -> assertThat(review(who))
                        .isEmpty())
                .when("a review by (the agency|the recipient) is overdue", (who, b) -> assertThat(review(who))
                        .get()
                        .satisfies(item -> assertThat(item.overdue()).isTrue()))
                .when("the destruction is overdue", (a, b) -> assertThat(overdue())
                        .isTrue())
                .when("the destruction is not overdue", (a, b) -> assertThat(overdue())
                        .isFalse())
                .when(
                        "pseudonyms are made with key (\\d+)",
                        (n, b) -> assertThat(course.agreement().keyEpoch()).isEqualTo(Integer.parseInt(n)));
    }

    private void say(String who, AgreementCommand command) {
        if (who.equals("the agency")) {
            course.agency(command);
        } else {
            course.recipient(command);
        }
    }

    private void sign(String who, String hash) {
        Side side = who.equals("the agency") ? Side.ASSIGNER : Side.ASSIGNEE;
        say(who, new SigningCommand.Sign(course.text(), course.signature(side, hash)));
    }

    /** What would become of the feed's records now, by the rules that enforcement decides by. */
    private SharingDecision decision() {
        FeedContract contract =
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
        PlanCompiler compiler = new PlanCompiler(
                feed -> Optional.of(new KnownFeed(feed, "Buses", "Riverton Transit", contract, false)),
                (agreement, purpose, epoch) -> Optional.of(new byte[32]));
        CompiledPlan plan = compiler.compile(course.agreement().record(), Texts.FEED);
        return SharingPolicy.decide(plan, SharingRequest.delivery(plan, course.now));
    }

    private Version amendment() {
        Agreement agreement = course.agreement();
        return agreement.proposed() != null
                ? agreement.proposed()
                : agreement.past().get(agreement.past().size() - 1);
    }

    private long reminders() {
        return course.events.stream()
                .filter(each -> each.event() instanceof NegotiationEvent.Reminded
                        || each.event() instanceof ExceptionEvent.ReviewReminded)
                .count();
    }

    private Optional<Inbox.Item> review(String who) {
        Caller officer = who.equals("the agency")
                ? new Caller("olga", Set.of(Roles.DATA_OFFICER), text.assigner(), null)
                : new Caller("rita", Set.of(Roles.DATA_OFFICER), null, text.assignee());
        return Inbox.of(course.agreement(), officer, course.now)
                .filter(item -> item.what().contains("to be reviewed"));
    }

    private boolean overdue() {
        return course.agreement().ending().overdue(course.now);
    }

    private org.weir.schemas.agreement.DestructionCertificate certificate() {
        return Texts.certificate(text, course.agreement().epoch(), course.now);
    }

    private AgreementDocument only(String fields) {
        return Texts.with(course.find().map(a -> a.negotiated().document()).orElse(text), json -> {
            ObjectNode target = (ObjectNode) json.path("target");
            target.putArray("fields");
            for (String field : fields.split(", ")) {
                target.withArray("fields").add(field);
            }
        });
    }

    /** The next version, for days from the start, such as {@code 30 to 60}. */
    private AgreementDocument renewal(String span) {
        String[] days = span.split(" to ");
        return Texts.with(Texts.next(text), json -> json.put(
                        "effectiveFrom", Course.START.plus(days(days[0])).toString())
                .put("expires", Course.START.plus(days(days[1])).toString()));
    }

    /** The next version, without the emergency. */
    private AgreementDocument regular() {
        return Texts.with(Texts.next(course.agreement().document()), json -> json.remove("emergency"));
    }

    /** A child is held against its parent before anybody may draft it. */
    private AgreementDocument checked(AgreementDocument document) {
        if (parent != null) {
            Narrowing.require(parent, document);
        }
        return document;
    }

    /** The usual text with what the file says in its place; {@code begins} and {@code ends} are days from the start. */
    private AgreementDocument document(String id, JsonNode said) {
        return Texts.with(Texts.DOCUMENT, json -> {
            json.put("uid", id);
            said.fields().forEachRemaining(each -> {
                switch (each.getKey()) {
                    case "begins" ->
                        json.put(
                                "effectiveFrom",
                                in(days(each.getValue().asText())).toString());
                    case "ends" ->
                        json.put("expires", in(days(each.getValue().asText())).toString());
                    case "fields" -> ((ObjectNode) json.path("target")).set("fields", each.getValue());
                    default -> json.set(each.getKey(), each.getValue());
                }
            });
            if (board != null) {
                json.put("reviewBoard", board.id());
            }
        });
    }

    private static Board board(JsonNode said) {
        List<String> members = new ArrayList<>();
        said.path("members").forEach(each -> members.add(each.asText()));
        return new Board(
                "privacy-board",
                "The privacy board",
                members,
                said.path("quorum").asInt(),
                said.path("days").asInt(30));
    }

    private Instant in(Duration time) {
        return course.now.plus(time);
    }

    private static Duration days(String number) {
        return Duration.ofDays(Long.parseLong(number));
    }
}
