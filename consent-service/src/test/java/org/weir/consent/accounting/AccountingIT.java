package org.weir.consent.accounting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.consent.Api;
import org.weir.consent.Documents;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.Tokens;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class AccountingIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    Pool pool;

    @Test
    void tellsTheOwner_whatWasSharedOfAVehicle_alsoAfterItWasDestroyed() {
        try (TestFeed feed = new TestFeed("accounted")) {
            // Given 200 positions of fifty vehicles, shared under pseudonyms
            AgreementDocument agreement = Documents.buses("accounted-plan", feed.id());
            Api.activated(agreement);
            feed.positions(0, 200);
            String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() == 200);

            // When the agreement ends at once, and with it what was shared
            Api.revoked(agreement);
            await().atMost(SOON).until(() -> TestFeed.read(topic).isEmpty());

            // Then it is still told of whom, to whom and when
            JsonPath account = account(feed, "bus-7").jsonPath();
            assertThat(account.getMap("lines[0]"))
                    .containsEntry("records", 4)
                    .containsEntry("agreement", "accounted-plan")
                    .containsEntry("title", agreement.title())
                    .containsEntry("recipient", "city-planning");
            // The recording is of 9 October 2025 where the agency is.
            assertThat(account.getString("lines[0].date")).startsWith("2025-10-0");
            assertThat(account.getList("notes")).isEmpty();
            assertThat(account(feed, "no-such-bus").jsonPath().getList("lines")).isEmpty();
        }
    }

    @Test
    void tellsNobodyElse_andKeepsWhoAsked_butNotOfWhom() {
        try (TestFeed feed = new TestFeed("accounted-for-few")) {
            Map<String, String> question = Map.of("feed", feed.id().value(), "subject", "bus-of-a-secret");
            String owner = Tokens.of("olga.owner", Set.of(Roles.DATA_OFFICER), Map.of("agency", "accounted-for-few"));
            String other = Tokens.of("otto", Set.of(Roles.DATA_OFFICER), Map.of("agency", "somebody-else"));
            String recipient = Tokens.of("rita", Set.of(Roles.DATA_OFFICER), Map.of("recipient", "city-planning"));

            assertThat(ask(owner, question).statusCode()).isEqualTo(200);
            assertThat(ask(Tokens.of("ada", Roles.AUDITOR), question).statusCode())
                    .isEqualTo(200);
            assertThat(ask(other, question).statusCode()).isEqualTo(403);
            assertThat(ask(recipient, question).statusCode()).isEqualTo(403);
            assertThat(ask(Tokens.of("pia", Roles.PLANNER), question).statusCode())
                    .isEqualTo(403);
            given().contentType(ContentType.JSON)
                    .body(question)
                    .post("/api/v1/accounting")
                    .then()
                    .statusCode(401);
            assertThat(ask(owner, Map.of("feed", feed.id().value())).statusCode())
                    .isEqualTo(400);
            assertThat(ask(Tokens.dataOfficer(), Map.of("feed", "no.such", "subject", "x"))
                            .statusCode())
                    .isEqualTo(404);

            String kept = pool.query(
                            "select string_agg(r::text, ' ') from accounting_request r where feed like 'accounted-for-few%'")
                    .execute()
                    .await()
                    .atMost(SOON)
                    .iterator()
                    .next()
                    .getString(0);
            assertThat(kept).contains("olga.owner", "ada").doesNotContain("bus-of-a-secret", "otto");
        }
    }

    private static Response account(TestFeed feed, String subject) {
        return ask(Tokens.dataOfficer(), Map.of("feed", feed.id().value(), "subject", subject));
    }

    private static Response ask(String token, Map<String, String> question) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(question)
                .post("/api/v1/accounting");
    }
}
