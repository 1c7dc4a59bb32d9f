package org.weir.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.schemas.agreement.AgreementState.ACTIVE;
import static org.weir.schemas.agreement.AgreementState.CLOSED;
import static org.weir.schemas.agreement.AgreementState.DESTRUCTION_CERTIFIED;
import static org.weir.schemas.agreement.AgreementState.DESTRUCTION_DUE;
import static org.weir.schemas.agreement.AgreementState.EXPIRED;
import static org.weir.schemas.agreement.AgreementState.FINALIZED;
import static org.weir.schemas.agreement.AgreementState.REVOKED;
import static org.weir.schemas.agreement.AgreementState.SUSPENDED;
import static org.weir.schemas.agreement.AgreementState.TERMINATED;
import static org.weir.schemas.agreement.AgreementState.WITHDRAWN;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.policy.SharingDecision.Share;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Emergency;
import org.weir.schemas.agreement.Prohibition;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

class SharingPolicyTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Shape SHAPE = Shape.of(List.of("vehicle.id"), Map.of(), "vehicle.id");
    private static final AgreementDocument BUSES =
            Documents.of("a", FEED, List.of("vehicle.id"), List.of(), null, null);

    @Test
    void shares_whenActive_andOnlyThen() {
        assertThat(decide(ACTIVE, null, BUSES)).isEqualTo(new Share(SHAPE));
        for (AgreementState each : EnumSet.complementOf(EnumSet.of(ACTIVE))) {
            assertThat(decide(each, null, BUSES)).as(each.name()).isInstanceOf(Withhold.class);
        }
    }

    @Test
    void saysHowSharingEnded_whereverTheAgreementHasMovedSince() {
        Map<AgreementState, ReasonCode> ends = Map.of(
                REVOKED,
                ReasonCode.AGREEMENT_REVOKED,
                WITHDRAWN,
                ReasonCode.AGREEMENT_WITHDRAWN,
                TERMINATED,
                ReasonCode.AGREEMENT_TERMINATED,
                EXPIRED,
                ReasonCode.AGREEMENT_EXPIRED);
        ends.forEach((end, reason) -> {
            assertThat(decide(end, null, BUSES)).isEqualTo(new Withhold(reason));
            for (AgreementState later : List.of(DESTRUCTION_DUE, DESTRUCTION_CERTIFIED, CLOSED)) {
                assertThat(decide(later, end, BUSES)).isEqualTo(new Withhold(reason));
            }
        });
    }

    @Test
    void withholds_anAgreementThatEnded_whateverStateIsWrittenBesideIt() {
        assertThat(decide(ACTIVE, REVOKED, BUSES)).isEqualTo(new Withhold(ReasonCode.AGREEMENT_REVOKED));
        assertThat(decide(ACTIVE, AgreementState.AMENDED, BUSES)).isEqualTo(new Withhold(ReasonCode.NOT_IN_FORCE));
        assertThat(decide(CLOSED, null, BUSES)).isEqualTo(new Withhold(ReasonCode.NOT_IN_FORCE));
        assertThat(decide(null, null, BUSES)).isEqualTo(new Withhold(ReasonCode.UNKNOWN_TERM));
    }

    @Test
    void withholds_whileItRests() {
        assertThat(decide(SUSPENDED, null, BUSES)).isEqualTo(new Withhold(ReasonCode.AGREEMENT_SUSPENDED));
    }

    @Test
    void withholds_beforeBothHaveSigned_andAfterARefusal() {
        Set<AgreementState> never = EnumSet.range(AgreementState.DRAFT, FINALIZED);
        never.add(AgreementState.REFUSED);
        never.add(AgreementState.TIMED_OUT);
        for (AgreementState each : never) {
            assertThat(decide(each, null, BUSES)).as(each.name()).isEqualTo(new Withhold(ReasonCode.NOT_IN_FORCE));
        }
    }

    @Test
    void withholds_beforeItsFirstSecond_andFromItsLastOn() {
        AgreementDocument later = dated(NOW.plusSeconds(1), null);
        assertThat(decide(ACTIVE, null, later)).isEqualTo(new Withhold(ReasonCode.NOT_YET_EFFECTIVE));
        assertThat(decide(FINALIZED, null, later)).isEqualTo(new Withhold(ReasonCode.NOT_YET_EFFECTIVE));
        assertThat(decide(ACTIVE, null, dated(NOW, null))).isInstanceOf(Share.class);
        assertThat(decide(ACTIVE, null, dated(null, NOW.plusMillis(1)))).isInstanceOf(Share.class);
        assertThat(decide(ACTIVE, null, dated(null, NOW))).isEqualTo(new Withhold(ReasonCode.AGREEMENT_EXPIRED));
    }

    @Test
    void withholds_fromAnEmergencysSunsetOn_whateverElseIsWritten() {
        assertThat(decide(ACTIVE, null, with(BUSES, List.of(Action.READ), List.of(), sunset(NOW.plusSeconds(1)))))
                .isInstanceOf(Share.class);
        assertThat(decide(ACTIVE, null, with(BUSES, List.of(Action.READ), List.of(), sunset(NOW))))
                .isEqualTo(new Withhold(ReasonCode.AGREEMENT_EXPIRED));
    }

    @Test
    void withholds_fromWhomMayNotRead() {
        assertThat(decide(ACTIVE, null, with(BUSES, List.of(Action.AGGREGATE), List.of(), null)))
                .isEqualTo(new Withhold(ReasonCode.ACTION_NOT_PERMITTED));
        assertThat(decide(ACTIVE, null, with(BUSES, List.of(), List.of(), null)))
                .isEqualTo(new Withhold(ReasonCode.ACTION_NOT_PERMITTED));
    }

    @Test
    void prohibits_whatItPermitsAsWell() {
        AgreementDocument both =
                with(BUSES, List.of(Action.READ, Action.DISTRIBUTE), List.of(Prohibition.REDISTRIBUTE), null);
        CompiledPlan plan = plan(ACTIVE, null, both);
        assertThat(SharingPolicy.decide(plan, new SharingRequest(Action.DISTRIBUTE, "transit-planning", NOW)))
                .isEqualTo(new Withhold(ReasonCode.ACTION_NOT_PERMITTED));
        assertThat(SharingPolicy.decide(plan, SharingRequest.delivery(plan, NOW)))
                .isInstanceOf(Share.class);
    }

    @Test
    void withholds_forAPurposeThatTheAgreedOneDoesNotInclude() {
        CompiledPlan plan = plan(ACTIVE, null, BUSES);
        for (String declared : new String[] {"transport-planning", "research", "advertising", "", null}) {
            assertThat(SharingPolicy.decide(plan, new SharingRequest(Action.READ, declared, NOW)))
                    .as(declared)
                    .isEqualTo(new Withhold(ReasonCode.PURPOSE_NOT_PERMITTED));
        }
    }

    @Test
    void withholds_whereDecidingFails() {
        assertThat(SharingPolicy.decide(plan(ACTIVE, null, BUSES), null))
                .isEqualTo(new Withhold(ReasonCode.UNKNOWN_TERM));
        CompiledPlan unreadable = CompiledPlan.unreadable(FEED, new AgreementId("a"), 1);
        assertThat(SharingPolicy.decide(unreadable, SharingRequest.delivery(unreadable, NOW)))
                .isEqualTo(new Withhold(ReasonCode.UNKNOWN_TERM));
    }

    private static SharingDecision decide(AgreementState state, AgreementState endedAs, AgreementDocument document) {
        CompiledPlan plan = plan(state, endedAs, document);
        return SharingPolicy.decide(plan, SharingRequest.delivery(plan, NOW));
    }

    private static CompiledPlan plan(AgreementState state, AgreementState endedAs, AgreementDocument document) {
        AgreementRecord record = new AgreementRecord(1, state, endedAs, 1, document, NOW, "dana");
        return new CompiledPlan(FEED, document.uid(), 1, record, SHAPE, null, Delivery.AT_ONCE, null);
    }

    private static AgreementDocument dated(Instant from, Instant expires) {
        return Documents.of("a", FEED, List.of("vehicle.id"), List.of(), from, expires);
    }

    private static Emergency sunset(Instant at) {
        return new Emergency("Governor's order 12", at, null);
    }

    private static AgreementDocument with(
            AgreementDocument a, List<Action> actions, List<Prohibition> prohibitions, Emergency emergency) {
        return new AgreementDocument(
                a.uid(),
                a.version(),
                a.profile(),
                a.tier(),
                a.inheritFrom(),
                a.supersedes(),
                a.title(),
                a.assigner(),
                a.assignee(),
                a.honestBroker(),
                a.reviewBoard(),
                a.authority(),
                a.grounds(),
                a.purpose(),
                actions,
                prohibitions,
                a.target(),
                a.obligations(),
                a.effectiveFrom(),
                a.expires(),
                a.retentionDays(),
                a.service(),
                emergency,
                a.presumption());
    }
}
