package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.AgreementCommand.Activate;
import org.weir.consent.agreement.AgreementCommand.Draft;
import org.weir.consent.agreement.AgreementCommand.Expire;
import org.weir.consent.agreement.AgreementCommand.Redraft;
import org.weir.consent.agreement.AgreementCommand.Revoke;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class AgreementTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final AgreementDocument DOCUMENT =
            Documents.of("a", FEED, Documents.FIELDS, List.of(), null, NOW.plusSeconds(60));

    private final List<Agreement.Numbered> events = new ArrayList<>();

    @Test
    void lives_fromDraftToRevoked_andTellsItsHistory() {
        done(new Draft(DOCUMENT), NOW);
        done(new Redraft(DOCUMENT), NOW);
        done(new Activate(), NOW.plusSeconds(1));
        Agreement revoked = done(new Revoke("because"), NOW.plusSeconds(2));

        assertThat(revoked.state()).isEqualTo(AgreementState.REVOKED);
        assertThat(revoked.epoch()).isEqualTo(104);
        assertThat(revoked.record().changedBy()).isEqualTo("dana");
        assertThat(revoked.history())
                .extracting(Agreement.Change::state)
                .containsExactly(
                        AgreementState.DRAFT, AgreementState.DRAFT, AgreementState.ACTIVE, AgreementState.REVOKED);
    }

    @Test
    void gives_noSecondEvent_whereItIsSoAlready() {
        done(new Draft(DOCUMENT), NOW);
        done(new Activate(), NOW);
        assertThat(decide(new Activate(), NOW)).isEmpty();
        done(new Revoke(""), NOW);
        assertThat(decide(new Revoke(""), NOW)).isEmpty();
        assertThat(decide(new Expire(), NOW.plusSeconds(600))).isEmpty();
    }

    @Test
    void expires_atItsSecond_andNotBefore() {
        done(new Draft(DOCUMENT), NOW);
        done(new Activate(), NOW);
        assertThat(decide(new Expire(), NOW.plusSeconds(59))).isEmpty();
        assertThat(decide(new Expire(), NOW.plusSeconds(60))).get().isInstanceOf(AgreementEvent.Expired.class);
    }

    @Test
    void refuses_whatItsStateDoesNotAllow() {
        refused(new Activate(), NOW, ErrorCode.UNKNOWN_AGREEMENT);
        done(new Draft(DOCUMENT), NOW);
        refused(new Draft(DOCUMENT), NOW, ErrorCode.ALREADY_EXISTS);
        refused(new Revoke(""), NOW, ErrorCode.AGREEMENT_STATE);
        refused(new Activate(), NOW.plusSeconds(61), ErrorCode.AGREEMENT_DATES);
        done(new Activate(), NOW);
        refused(new Redraft(DOCUMENT), NOW, ErrorCode.AGREEMENT_STATE);
        done(new Revoke(""), NOW);
        refused(new Activate(), NOW, ErrorCode.AGREEMENT_STATE);
    }

    @Test
    void replaysTwice_toTheSame() {
        done(new Draft(DOCUMENT), NOW);
        done(new Activate(), NOW);
        assertThat(Agreement.replay(events)).isEqualTo(Agreement.replay(events));
        assertThat(Agreement.replay(List.of())).isEmpty();
    }

    private Agreement done(AgreementCommand command, Instant at) {
        events.add(
                new Agreement.Numbered(101 + events.size(), decide(command, at).orElseThrow()));
        return Agreement.replay(events).orElseThrow();
    }

    private Optional<AgreementEvent> decide(AgreementCommand command, Instant at) {
        return Agreement.decide(Agreement.replay(events), command, at, "dana");
    }

    private void refused(AgreementCommand command, Instant at, ErrorCode code) {
        assertThatThrownBy(() -> decide(command, at))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(code));
    }
}
