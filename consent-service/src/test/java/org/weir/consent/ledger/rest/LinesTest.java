package org.weir.consent.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.Act;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Deadlines;
import org.weir.consent.agreement.ExceptionCommand;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Texts;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** Who reads which sums of the ledger: whoever may not read an agreement does not learn of it here. */
class LinesTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final AgreementId AGREEMENT = new AgreementId("speeds");

    @Test
    void shows_toEveryRecipient_whatItMayReadOnly() {
        assertThat(of(Roles.PLANNER, null, "city-planning").include(FEED, AGREEMENT))
                .isTrue();
        assertThat(of(Roles.PLANNER, null, "somebody-else").include(FEED, AGREEMENT))
                .isFalse();
        assertThat(of(Roles.PLANNER, null, null).include(FEED, AGREEMENT)).isFalse();
        assertThat(of(Roles.DATA_OFFICER, "lakeside", null).include(FEED, AGREEMENT))
                .isFalse();
    }

    @Test
    void shows_whatNoAgreementCovers_toTheFeedsAgencyOnly() {
        assertThat(of(Roles.PUBLISHER, "riverton-transit", null).include(FEED, null))
                .isTrue();
        assertThat(of(Roles.PUBLISHER, "lakeside", null).include(FEED, null)).isFalse();
        assertThat(of(Roles.PLANNER, null, "city-planning").include(FEED, null)).isFalse();
    }

    @Test
    void shows_toAnAgency_everythingOfItsFeeds_alsoOfWhatNobodyKnows() {
        Lines lines = of(Roles.DATA_OFFICER, "riverton-transit", null);
        assertThat(lines.include(FEED, AGREEMENT)).isTrue();
        assertThat(lines.include(FEED, new AgreementId("unknown"))).isTrue();
        assertThat(of(Roles.PLANNER, null, "city-planning").include(FEED, new AgreementId("unknown")))
                .isFalse();
    }

    @Test
    void shows_everything_toTheHub_toAuditors_andToOperations() {
        for (Lines lines : List.of(
                of(Roles.DATA_OFFICER, null, null),
                of(Roles.COUNSEL, null, null),
                of(Roles.AUDITOR, null, null),
                of(Roles.OPS, null, null))) {
            assertThat(lines.include(FEED, AGREEMENT)).isTrue();
            assertThat(lines.include(FEED, null)).isTrue();
        }
    }

    @Test
    void entries_areShownWhole_toTheHubsOfficer_toAuditors_andToOperations_butNotToCounsel() {
        assertThat(LedgerReaders.isEntryReader(caller(Roles.DATA_OFFICER, null, null)))
                .isTrue();
        assertThat(LedgerReaders.isEntryReader(caller(Roles.AUDITOR, "lakeside", null)))
                .isTrue();
        assertThat(LedgerReaders.isEntryReader(caller(Roles.OPS, null, null))).isTrue();
        assertThat(LedgerReaders.isEntryReader(caller(Roles.COUNSEL, null, null)))
                .isFalse();
        assertThat(LedgerReaders.isEntryReader(caller(Roles.DATA_OFFICER, "riverton-transit", null)))
                .isFalse();
        assertThat(LedgerReaders.isEntryReader(caller(Roles.DATA_OFFICER, null, "city-planning")))
                .isFalse();
    }

    @Test
    void namesWhoReceives() {
        Lines lines = of(Roles.OPS, null, null);
        assertThat(lines.recipient(AGREEMENT)).isEqualTo(new RecipientId("city-planning"));
        assertThat(lines.recipient(null)).isNull();
        assertThat(lines.recipient(new AgreementId("unknown"))).isNull();
    }

    private static Lines of(String role, String agency, String recipient) {
        return new Lines(caller(role, agency, recipient), List.of(agreement()));
    }

    private static Caller caller(String role, String agency, String recipient) {
        return new Caller(
                "somebody",
                Set.of(role),
                agency == null ? null : new AgencyId(agency),
                recipient == null ? null : new RecipientId(recipient));
    }

    private static Agreement agreement() {
        AgreementDocument document = Texts.with(
                Documents.of(AGREEMENT.value(), FEED, Documents.FIELDS, List.of(), null, null),
                json -> json.put("presumption", "ohio"));
        Act act = new Act(Instant.EPOCH, "rita", Side.ASSIGNEE, Deadlines.USUAL);
        return Agreement.after(
                null,
                new Agreement.Numbered(
                        1, new ExceptionCommand.Draw(document).decide(null, act).get(0)));
    }
}
