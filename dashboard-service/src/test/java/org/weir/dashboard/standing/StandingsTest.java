package org.weir.dashboard.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

class StandingsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final FeedId FEED = FeedId.of("tiny.vehicle-positions");
    private static final RecipientId US = new RecipientId("city-planning");

    private final Standings standings = new Standings(US);

    StandingsTest() {
        standings.announced(new FeedAnnouncement(
                FEED, "Buses", "Tiny Transit", ZoneId.of("UTC"), "c", "1.0.0", null, false, Instant.EPOCH));
    }

    private static AgreementNotice notice(
            String id, RecipientId to, AgreementState state, long epoch, Instant expires) {
        var target = new Target(FEED, "1.0.0", List.of("vehicle.id"));
        var document = new AgreementDocument(
                new AgreementId(id),
                1,
                AgreementDocument.PROFILE,
                "Title",
                FEED.agency(),
                to,
                null,
                "transit-planning",
                target,
                List.of(),
                null,
                expires,
                30);
        return new AgreementNotice(epoch, state, document, Instant.EPOCH);
    }

    private Flow flow() {
        return standings.of(FEED, NOW).orElseThrow().flow();
    }

    @Test
    void saysNone_withoutAnAgreement() {
        assertThat(flow()).isEqualTo(Flow.NONE);
    }

    @Test
    void saysSuspended_whileTheAgreementRests_unlessAnotherIsInForce() {
        standings.noticed(notice("rests", US, AgreementState.SUSPENDED, 2, null));
        assertThat(flow()).isEqualTo(Flow.SUSPENDED);
        assertThat(standings.of(FEED, NOW).orElseThrow().inForce()).isFalse();

        standings.noticed(notice("in-force", US, AgreementState.ACTIVE, 1, null));
        assertThat(flow()).isEqualTo(Flow.QUIET);
    }

    @Test
    void saysNone_whileAnAgreementIsTalkedAbout_orCameToNothing() {
        standings.noticed(new AgreementNotice(
                1,
                AgreementState.FINALIZED,
                null,
                notice("signed", US, AgreementState.ACTIVE, 1, null).document(),
                Instant.EPOCH,
                null));
        standings.noticed(new AgreementNotice(
                2,
                AgreementState.REFUSED,
                null,
                notice("refused", US, AgreementState.ACTIVE, 1, null).document(),
                Instant.EPOCH,
                null));
        assertThat(flow()).isEqualTo(Flow.NONE);
    }

    @Test
    void passesOverOthersAgreements() {
        assertThat(standings.noticed(notice("a", new RecipientId("somebody"), AgreementState.ACTIVE, 1, null)))
                .isFalse();
        assertThat(flow()).isEqualTo(Flow.NONE);
    }

    @Test
    void saysFlowingOrQuiet_byWhenTheLastRecordCame() {
        standings.noticed(notice("a", US, AgreementState.ACTIVE, 1, null));
        assertThat(flow()).isEqualTo(Flow.QUIET);
        standings.sharedAt(FEED, NOW.minusSeconds(30));
        assertThat(flow()).isEqualTo(Flow.FLOWING);
        standings.sharedAt(FEED, NOW.minusSeconds(300));
        assertThat(standings.of(FEED, NOW).orElseThrow().lastSharedAt()).isEqualTo(NOW.minusSeconds(30));
    }

    @Test
    void saysEnded_whenRevoked() {
        standings.noticed(notice("a", US, AgreementState.ACTIVE, 1, null));
        standings.sharedAt(FEED, NOW);
        standings.noticed(notice("a", US, AgreementState.REVOKED, 2, null));
        assertThat(flow()).isEqualTo(Flow.ENDED);
        assertThat(standings.ended(new AgreementId("a"), NOW)).isTrue();
    }

    @Test
    void saysEnded_onTheSecondItExpires() {
        standings.noticed(notice("a", US, AgreementState.ACTIVE, 1, NOW));
        assertThat(flow()).isEqualTo(Flow.ENDED);
        assertThat(standings.of(FEED, NOW.minusMillis(1)).orElseThrow().flow()).isEqualTo(Flow.QUIET);
    }

    @Test
    void anOlderNoticeChangesNothing() {
        standings.noticed(notice("a", US, AgreementState.REVOKED, 2, null));
        assertThat(standings.noticed(notice("a", US, AgreementState.ACTIVE, 1, null)))
                .isFalse();
        assertThat(flow()).isEqualTo(Flow.ENDED);
    }

    @Test
    void prefersTheAgreementInForce_toANewerOneThatEnded() {
        standings.noticed(notice("a", US, AgreementState.ACTIVE, 1, null));
        standings.noticed(notice("b", US, AgreementState.REVOKED, 5, null));
        assertThat(standings.agreementFor(FEED, NOW).orElseThrow().document().uid())
                .isEqualTo(new AgreementId("a"));
    }
}
