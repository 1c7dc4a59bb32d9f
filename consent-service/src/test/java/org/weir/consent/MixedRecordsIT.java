package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class MixedRecordsIT {
    @Test
    void balances_afterGoodRecordsAndPoison_underTwoAgreements() {
        try (TestFeed feed = new TestFeed("mixed")) {
            // Given two agreements, one of which ends in the middle
            AgreementDocument stays = Documents.buses("mixed-stays", feed.id());
            AgreementDocument ends =
                    Documents.of("mixed-ends", feed.id(), List.of("vehicle.id"), List.of(), null, null);
            Api.activated(stays);
            Api.activated(ends);

            // When
            feed.positions(0, 300);
            for (String poison : List.of("", "{", "null", "<html></html>", "{\"vehicle\":{\"id\":{}}}")) {
                feed.send("poison", poison.getBytes(StandardCharsets.UTF_8), Positions.TIME);
            }
            feed.send("poison", null, Positions.TIME);
            feed.positions(300, 600);
            await().atMost(Duration.ofSeconds(20)).until(() -> Api.ledger(feed.id())
                    .<Integer>getList("balances.accepted")
                    .equals(List.of(606, 606)));
            Api.revoked(ends);
            feed.positions(600, 700);

            // Then
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                JsonPath ledger = Api.ledger(feed.id());
                assertThat(ledger.<Map<String, Object>>get("balances.find { it.agreement == 'mixed-stays' }"))
                        .containsEntry("accepted", 706)
                        .containsEntry("shared", 700)
                        .containsEntry("quarantined", 6)
                        .containsEntry("withheld", Map.of())
                        .containsEntry("balanced", true);
                assertThat(ledger.<Map<String, Object>>get("balances.find { it.agreement == 'mixed-ends' }"))
                        .containsEntry("accepted", 706)
                        .containsEntry("shared", 600)
                        .containsEntry("quarantined", 6)
                        .containsEntry("withheld", Map.of("agreement-revoked", 100))
                        .containsEntry("balanced", true);
            });
            assertThat(TestFeed.read(Topics.quarantine(feed.id()))).hasSize(12).allSatisfy(each -> {
                assertThat(SharingIT.header(each, "weir_code")).isEqualTo("enforcement-failed");
                assertThat(SharingIT.header(each, "weir_reason")).contains("Agreement mixed-");
            });
            assertThat(TestFeed.read(Topics.shared(stays.assignee(), stays.uid(), feed.id())))
                    .hasSize(700);
            String meters = io.restassured.RestAssured.given()
                    .auth()
                    .oauth2(Tokens.of("olu", "ops"))
                    .get("/q/metrics")
                    .asString();
            assertThat(meters)
                    .contains(
                            "weir_enforcement_records_total{agreement=\"mixed-stays\",feed=\"mixed.vehicle-positions\","
                                    + "outcome=\"shared\",reason=\"none\"} 700.0");
        }
    }
}
