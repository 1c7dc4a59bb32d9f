package org.weir.consent.agreement.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementEvent;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;

/** Databases from before there were signatures. */
class OldEventsTest {
    private static final String DOCUMENT =
            """
            {"uid":"a","version":1,"profile":"https://weir.dev/profile/1","title":"Buses","assigner":"riverton-transit",
             "assignee":"city-planning","authority":"Riverton Code 12.3","purpose":"transit-planning",
             "target":{"feed":"riverton-transit.vehicle-positions","contractVersion":"1.0.0","fields":["stopId"]},
             "obligations":[{"action":"pseudonymise","field":"stopId"}],"retentionDays":30}""";
    private static final String WHEN = "\"at\":\"2026-03-02T12:00:00Z\",\"by\":\"dana\"";

    @Test
    void replay_asTheyWere() {
        Agreement revoked = replay(
                kept("Drafted", "{\"document\":" + DOCUMENT + "," + WHEN + "}"),
                kept("Drafted", "{\"document\":" + DOCUMENT + "," + WHEN + "}"),
                kept("Activated", "{" + WHEN + "}"),
                kept("Revoked", "{\"reason\":\"because\"," + WHEN + "}"));
        assertThat(revoked.state()).isEqualTo(AgreementState.REVOKED);
        assertThat(revoked.endedAs()).isEqualTo(AgreementState.REVOKED);
        assertThat(revoked.owesDestruction()).isTrue();
        assertThat(revoked.document().title()).isEqualTo("Buses");
        assertThat(revoked.record().keyEpoch()).isEqualTo(1);
        assertThat(revoked.history()).hasSize(4);

        Agreement expired = replay(
                kept("Drafted", "{\"document\":" + DOCUMENT + "," + WHEN + "}"),
                kept("Activated", "{" + WHEN + "}"),
                kept("Expired", "{" + WHEN + "}"));
        assertThat(expired.state()).isEqualTo(AgreementState.EXPIRED);
    }

    @Test
    void everyKindOfEvent_isKeptUnderAName_thatStays() {
        // A kind that is missing here was renamed or taken away: then events that are kept cannot be read any more. Put
        // it back. A kind that is new: add it here.
        assertThat(EventKinds.all().keySet())
                .containsExactly(
                        "Accepted",
                        "Activated",
                        "Amended",
                        "AmendmentDrafted",
                        "Approved",
                        "Closed",
                        "Commented",
                        "DestructionCertified",
                        "DestructionDemanded",
                        "Drafted",
                        "Drawn",
                        "EmergencyConfirmed",
                        "EmergencyDeclared",
                        "Expired",
                        "KeysRotated",
                        "MinutesWritten",
                        "Offered",
                        "Refused",
                        "Rejected",
                        "Reminded",
                        "Requested",
                        "Resumed",
                        "ResumedWithParent",
                        "ReviewReminded",
                        "Revoked",
                        "SentToReview",
                        "Signed",
                        "Suspended",
                        "SuspendedWithParent",
                        "Terminated",
                        "TimedOut",
                        "Voted",
                        "Withdrawn");
    }

    @Test
    void anEvent_isReadAsItWasWritten() {
        Instant at = Instant.parse("2026-03-02T12:00:00Z");
        AgreementEvent event = new org.weir.consent.agreement.NegotiationEvent.Requested(
                Documents.buses("a", FeedId.of("riverton-transit.vehicle-positions")),
                at.plus(Duration.ofDays(60)),
                at,
                "rita");
        assertThat(Json.own(Json.text(event), EventKinds.type(EventKinds.of(event))))
                .isEqualTo(event);
    }

    private static AgreementEvent kept(String kind, String json) {
        return Json.own(json, EventKinds.type(kind));
    }

    private static Agreement replay(AgreementEvent... events) {
        List<Agreement.Numbered> numbered = new ArrayList<>();
        for (AgreementEvent event : events) {
            numbered.add(new Agreement.Numbered(1 + numbered.size(), event));
        }
        return Agreement.replay(numbered).orElseThrow();
    }
}
