package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weir.consent.agreement.Texts.DOCUMENT;
import static org.weir.schemas.http.Roles.AUDITOR;
import static org.weir.schemas.http.Roles.COUNSEL;
import static org.weir.schemas.http.Roles.DATA_OFFICER;
import static org.weir.schemas.http.Roles.OPS;
import static org.weir.schemas.http.Roles.PLANNER;
import static org.weir.schemas.http.Roles.PUBLISHER;
import static org.weir.schemas.http.Roles.REVIEWER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.weir.consent.review.Board;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.problem.Refusal;

/** Who may do what, as a table: each row a state, each column somebody. */
class StandingTest {
    private static final String AGENCY = "riverton-transit";
    private static final String RECIPIENT = "city-planning";
    private static final Board BOARD = new Board("privacy", "Privacy board", List.of("b1", "b2", "b3"), 2, 30);

    private static final Map<String, Caller> PEOPLE = new TreeMap<>(Map.of(
            "hub officer", caller("dana", DATA_OFFICER, null, null),
            "agency officer", caller("olga", DATA_OFFICER, AGENCY, null),
            "recipient officer", caller("rita", DATA_OFFICER, null, RECIPIENT),
            "recipient counsel", caller("cleo", COUNSEL, null, RECIPIENT),
            "board member", caller("b1", REVIEWER, null, null),
            "other reviewer", caller("b9", REVIEWER, null, null),
            "other officer", caller("otto", DATA_OFFICER, "elsewhere", null),
            "auditor", caller("ada", AUDITOR, null, null),
            "planner", caller("paul", PLANNER, null, RECIPIENT)));

    private final Course course = new Course();

    @Test
    void aDraft_isItsWriters() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        table(
                """
                agency officer    | redraft offer refuse comment
                auditor           | comment
                board member      |
                hub officer       | redraft offer refuse comment
                other officer     |
                other reviewer    |
                planner           |
                recipient counsel | comment
                recipient officer | request refuse comment
                """);
    }

    @Test
    void anOffer_isAnsweredByTheRecipient() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        course.agency(new NegotiationCommand.Offer(null));
        table(
                """
                agency officer    | refuse comment
                auditor           | comment
                board member      |
                hub officer       | refuse comment
                other officer     |
                other reviewer    |
                planner           |
                recipient counsel | comment
                recipient officer | request accept refuse comment
                """);
    }

    @Test
    void aReview_isTheBoards() {
        course.recipient(new NegotiationCommand.Draft(Texts.reviewedBy(DOCUMENT, BOARD.id())));
        course.recipient(new NegotiationCommand.Request(null));
        course.agency(new NegotiationCommand.Accept(course.text(), BOARD));
        table(
                """
                agency officer    | refuse comment
                auditor           | comment
                board member      | vote minutes comment
                hub officer       | refuse comment
                other officer     |
                other reviewer    |
                planner           |
                recipient counsel | comment
                recipient officer | refuse comment
                """);
    }

    @Test
    void theRecipientSignsFirst_thenTheAgency() {
        course.agency(new NegotiationCommand.Draft(DOCUMENT));
        course.agency(new NegotiationCommand.Offer(null));
        course.recipient(new NegotiationCommand.Accept(DOCUMENT, null));
        assertThat(commands("recipient officer")).contains("sign");
        assertThat(commands("hub officer")).doesNotContain("sign");
        course.recipientSigns();
        assertThat(commands("recipient officer")).doesNotContain("sign");
        assertThat(commands("hub officer")).contains("sign");
        assertThat(commands("agency officer")).contains("sign");
    }

    @Test
    void whatIsInForce_isEndedByEither_andSuspendedByTheAgency() {
        course.active(DOCUMENT);
        table(
                """
                agency officer    | amend suspend revoke terminate rotate-keys comment
                auditor           | comment
                board member      |
                hub officer       | amend suspend revoke terminate rotate-keys comment
                other officer     |
                other reviewer    |
                planner           |
                recipient counsel | amend comment
                recipient officer | amend withdraw terminate comment
                """);
    }

    @Test
    void whatRestsWithItsParent_isNotResumed_butMayBeSuspendedAsWell() {
        course.active(Texts.with(DOCUMENT, json -> json.put("inheritFrom", "the-family")));
        course.clock(new ForceCommand.RestWithParent());
        assertThat(commands("agency officer")).contains("suspend").doesNotContain("resume");
        course.agency(new ForceCommand.Suspend("an audit"));
        assertThat(commands("agency officer")).doesNotContain("suspend", "resume");
        course.clock(new ForceCommand.GoOnWithParent());
        assertThat(commands("agency officer")).contains("resume").doesNotContain("suspend");
    }

    @Test
    void whatHasEnded_isCertifiedByTheRecipient_andClosedByTheAgency() {
        course.active(DOCUMENT);
        course.agency(new EndCommand.Revoke(""));
        course.clock(new DestructionCommand.Demand(course.now, course.now.plus(Duration.ofDays(7))));
        assertThat(commands("recipient officer")).containsExactly("certificate", "comment");
        assertThat(commands("hub officer")).containsExactly("comment");
        course.recipient(new DestructionCommand.Certify(Texts.certificate(DOCUMENT, 1, course.now)));
        assertThat(commands("hub officer")).containsExactly("close", "comment");
    }

    @Test
    void anEmergency_isConfirmedByASecondOfficer() {
        course.done(
                new ExceptionCommand.DeclareEmergency(Texts.emergency("a", course.now.plus(Duration.ofDays(9)))),
                course.act("dana", Side.ASSIGNER));
        assertThat(commands("hub officer")).containsExactly("refuse", "comment");
        assertThat(commands("agency officer")).containsExactly("refuse", "confirm-emergency", "comment");
        assertThat(commands("recipient officer")).containsExactly("refuse", "comment");
    }

    @Test
    void itsPartiesReadIt_itsBoard_andWhoeverWatchesOverAll() {
        course.recipient(new NegotiationCommand.Draft(Texts.reviewedBy(DOCUMENT, BOARD.id())));
        course.recipient(new NegotiationCommand.Request(null));
        assertThat(reads("board member")).as("not before the board looks at it").isFalse();
        course.agency(new NegotiationCommand.Accept(course.text(), BOARD));
        assertThat(PEOPLE.keySet().stream().filter(this::reads))
                .containsExactly(
                        "agency officer",
                        "auditor",
                        "board member",
                        "hub officer",
                        "planner",
                        "recipient counsel",
                        "recipient officer");
        assertThat(new Standing(caller("oz", OPS, null, null)).mayRead(course.agreement()))
                .isTrue();
        assertThat(new Standing(caller("pat", PUBLISHER, AGENCY, null)).mayRead(course.agreement()))
                .isTrue();
        assertThat(new Standing(caller("pat", PUBLISHER, null, null)).mayRead(course.agreement()))
                .isFalse();
    }

    @Test
    void aPartyDrafts_byItsOfficerOrCounsel_andNobodyElse() {
        assertThat(new Standing(PEOPLE.get("recipient counsel")).requireDrafting(DOCUMENT))
                .isEqualTo(Side.ASSIGNEE);
        assertThat(new Standing(PEOPLE.get("hub officer")).requireDrafting(DOCUMENT))
                .isEqualTo(Side.ASSIGNER);
        for (String other : List.of("other officer", "planner", "auditor", "board member")) {
            assertThatThrownBy(() -> new Standing(PEOPLE.get(other)).requireDrafting(DOCUMENT))
                    .isInstanceOf(Refusal.class);
        }
    }

    private void table(String rows) {
        StringBuilder is = new StringBuilder();
        PEOPLE.keySet().forEach(who -> is.append(String.format("%-17s | %s", who, String.join(" ", commands(who)))
                        .stripTrailing())
                .append('\n'));
        assertThat(is.toString()).isEqualTo(rows);
    }

    private List<String> commands(String who) {
        return new Standing(PEOPLE.get(who)).commands(course.agreement());
    }

    private boolean reads(String who) {
        return new Standing(PEOPLE.get(who)).mayRead(course.agreement());
    }

    private static Caller caller(String subject, String role, String agency, String recipient) {
        return new Caller(
                subject,
                Set.of(role),
                agency == null ? null : new AgencyId(agency),
                recipient == null ? null : new RecipientId(recipient));
    }
}
