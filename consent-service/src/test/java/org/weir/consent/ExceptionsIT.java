package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class ExceptionsIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String CITATION = "49 USC 40119";

    @Test
    void needsTwoDifferentOfficers_forAnEmergency_whichEndsByItself() {
        try (TestFeed feed = new TestFeed("emergency")) {
            // Given
            Instant sunset = Api.soon().truncatedTo(ChronoUnit.MILLIS);
            AgreementDocument agreement = emergency("emergency", feed, sunset);
            Officers first = Officers.ofAgency("olga.owner", "emergency");
            Officers second = Officers.ofAgency("otto.owner", "emergency");

            // When one officer declares, then nothing flows, whoever of the wrong ones confirms
            Officers.ofRecipient("city-planning")
                    .posts("/api/v1/agreements/emergency", Json.text(agreement))
                    .statusCode(403);
            first.posts("/api/v1/agreements/emergency", Json.text(agreement))
                    .statusCode(201)
                    .body("state", equalTo("DRAFT"));
            first.does(agreement, "confirm-emergency").statusCode(409).body("detail", containsString("second officer"));
            Officers.ofRecipient("city-planning")
                    .does(agreement, "confirm-emergency")
                    .statusCode(403);

            // When a second one confirms
            second.does(agreement, "confirm-emergency").statusCode(200).body("state", equalTo("ACTIVE"));
            feed.positions(0, 50);

            // Then it flows, until its sunset
            String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
            await().atMost(SOON).until(() -> shared(feed, "emergency") == 50);
            await().atMost(SOON).until(() -> history(agreement).contains("EXPIRED"));
            assertThat(lateness(agreement, sunset)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
            feed.positions(50, 100);
            await().atMost(SOON).untilAsserted(() -> assertThat(withheld(feed, "emergency"))
                    .isEqualTo(Map.of("agreement-expired", 50)));
            await().atMost(SOON).until(() -> TestFeed.read(topic).isEmpty());
        }
    }

    @Test
    void refusesAnEmergency_thatLastsLongerThanThirtyDays() {
        try (TestFeed feed = new TestFeed("long-emergency")) {
            AgreementDocument agreement =
                    emergency("long-emergency", feed, Instant.now().plus(31, ChronoUnit.DAYS));

            Officers.ofAgency(agreement)
                    .posts("/api/v1/agreements/emergency", Json.text(agreement))
                    .statusCode(422)
                    .body("code", equalTo("agreement-emergency"))
                    .body("detail", containsString("30 days"));
        }
    }

    @Test
    void presumesSharing_belowTheLimit_untilItsOwnerFilesAProhibition() {
        try (TestFeed feed = new TestFeed("presumed")) {
            // Given a jurisdiction
            String ohio =
                    """
                    {"id":"ohio","name":"Ohio","citation":"ORC 125.32","limit":"open",
                     "members":["city-planning"],"agencies":["presumed"]}
                    """;
            Officers.ofAgency("olga", "presumed")
                    .posts("/api/v1/jurisdictions", ohio)
                    .statusCode(403);
            Officers.hub().posts("/api/v1/jurisdictions", ohio).statusCode(200);
            Officers member = Officers.ofRecipient("city-planning");

            // When a member asks for more than is presumed, or is none
            member.posts("/api/v1/jurisdictions/ohio/draws", draw("presumed-1", feed, "vehicle.licensePlate"))
                    .statusCode(422)
                    .body("code", equalTo("presumption-above-limit"))
                    .body("detail", containsString("vehicle.licensePlate"));
            member.posts(
                            "/api/v1/jurisdictions/ohio/draws",
                            draw("presumed-1", feed, "stopId").replace("city-planning", "somebody"))
                    .statusCode(403);
            member.posts("/api/v1/jurisdictions/utah/draws", draw("presumed-1", feed, "stopId"))
                    .statusCode(404)
                    .body("code", equalTo("unknown-jurisdiction"));

            // When it asks for what is open, then it flows at once
            member.posts("/api/v1/jurisdictions/ohio/draws", draw("presumed-1", feed, "stopId"))
                    .statusCode(201)
                    .body("state", equalTo("ACTIVE"))
                    .body("document.presumption", equalTo("ohio"))
                    .body("document.authority", equalTo("ORC 125.32"));
            feed.positions(0, 50);
            await().atMost(SOON).until(() -> shared(feed, "presumed-1") == 50);

            // When the owner files a prohibition
            String filing = "{\"feed\":\"" + feed.id() + "\",\"citation\":\"" + CITATION
                    + "\",\"reason\":\"security of transportation\"}";
            Officers.ofAgency("somebody", "else")
                    .posts("/api/v1/prohibitions", filing)
                    .statusCode(403);
            String id = Officers.ofAgency("olga", "presumed")
                    .posts("/api/v1/prohibitions", filing)
                    .statusCode(201)
                    .body("receipts", hasSize(1))
                    .body("receipts[0].receipt.agreement", equalTo("presumed-1"))
                    .body("receipts[0].receipt.state", equalTo("TERMINATED"))
                    .extract()
                    .path("prohibition.id");

            // When it is filed again, because the answer got lost, then it is the same, with the same receipt
            Officers.ofAgency("otto", "presumed")
                    .posts("/api/v1/prohibitions", filing.replace("security of", "the security of"))
                    .statusCode(200)
                    .body("prohibition.id", equalTo(id))
                    .body("prohibition.filedBy", equalTo("olga"))
                    .body("receipts.receipt.agreement", equalTo(List.of("presumed-1")));
            Officers.ofAgency("olga", "presumed")
                    .gets("/api/v1/prohibitions")
                    .body("findAll { it.citation == '" + CITATION + "' }", hasSize(1));

            // Then nothing flows, and nobody draws anew, by that law's name
            feed.positions(50, 100);
            await().atMost(SOON).untilAsserted(() -> assertThat(withheld(feed, "presumed-1"))
                    .isEqualTo(Map.of("agreement-terminated", 50)));
            member.posts("/api/v1/jurisdictions/ohio/draws", draw("presumed-2", feed, "stopId"))
                    .statusCode(422)
                    .body("code", equalTo("agreement-prohibited"))
                    .body("detail", containsString(CITATION));

            // When it is withdrawn, then a member may draw again, and what ended stays ended
            Officers.ofAgency("olga", "presumed")
                    .deletes("/api/v1/prohibitions/" + id)
                    .statusCode(204);
            member.posts("/api/v1/jurisdictions/ohio/draws", draw("presumed-2", feed, "stopId"))
                    .statusCode(201);
            assertThat(view("presumed-1").getString("state")).isNotEqualTo("ACTIVE");
        }
    }

    private static AgreementDocument emergency(String id, TestFeed feed, Instant sunset) {
        AgreementDocument document =
                Documents.of(id, feed.id(), List.of("trip.routeId", "timestamp"), List.of(), null, sunset);
        return Changed.of(document, node -> node.putObject("emergency")
                .put("declaration", "Executive Order 2026-7")
                .put("sunset", sunset.toString())
                .put("reviewBy", sunset.toString()));
    }

    private static String draw(String agreement, TestFeed feed, String field) {
        String version = FeedContract.shipped(FeedContract.VEHICLE_POSITIONS)
                .orElseThrow()
                .version();
        return """
               {"agreement":"%s","member":"city-planning","feed":"%s","contractVersion":"%s",
                "fields":["trip.routeId","%s"],"purpose":"transit-planning","retentionDays":30}
               """
                .formatted(agreement, feed.id(), version, field);
    }

    private static Duration lateness(AgreementDocument agreement, Instant due) {
        String at = view(agreement.uid().value()).getString("history.find { it.state == 'EXPIRED' }.at");
        return Duration.between(due, Instant.parse(at));
    }

    private static List<String> history(AgreementDocument agreement) {
        return view(agreement.uid().value()).getList("history.state");
    }

    private static JsonPath view(String agreement) {
        return Officers.hub().gets("/api/v1/agreements/" + agreement).extract().jsonPath();
    }

    private static int shared(TestFeed feed, String agreement) {
        Integer n = Api.ledger(feed.id()).get("balances.find { it.agreement == '" + agreement + "' }?.shared");
        return n == null ? 0 : n;
    }

    private static Map<String, Integer> withheld(TestFeed feed, String agreement) {
        return Api.ledger(feed.id()).get("balances.find { it.agreement == '" + agreement + "' }?.withheld");
    }
}
