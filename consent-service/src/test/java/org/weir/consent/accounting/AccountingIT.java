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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.weir.consent.Api;
import org.weir.consent.Documents;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.Tokens;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class AccountingIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    Pool pool;

    @Test
    void tellsTheOwner_whatWasSharedOfAVehicle_alsoAfterItWasDestroyed() throws Exception {
        try (TestFeed feed = new TestFeed("accounted")) {
            // Given 200 positions of fifty vehicles, shared under pseudonyms
            AgreementDocument agreement = Documents.buses("accounted-plan", feed.id());
            Api.activated(agreement);
            feed.positions(0, 200);

            // Then
            await().atMost(SOON).untilAsserted(() -> {
                JsonPath account = account(feed, "bus-7").jsonPath();
                assertThat(account.getString("subject")).isEqualTo("bus-7");
                assertThat(account.getList("lines.records")).containsExactly(4);
            });
            JsonPath account = account(feed, "bus-7").jsonPath();
            assertThat(account.getMap("lines[0]"))
                    .containsEntry("agreement", "accounted-plan")
                    .containsEntry("title", agreement.title())
                    .containsEntry("recipient", "city-planning");
            // The recording is of 9 October 2025 where the agency is.
            assertThat(account.getString("lines[0].date")).startsWith("2025-10-0");
            assertThat(account.getList("notes")).isEmpty();
            assertThat(account(feed, "no-such-bus").jsonPath().getList("lines")).isEmpty();

            // When what was shared is destroyed
            destroy(Topics.shared(agreement.assignee(), agreement.uid(), feed.id()));

            // Then it is still told that it was shared
            assertThat(account(feed, "bus-7").jsonPath().getList("lines.records"))
                    .containsExactly(4);
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

    private static void destroy(String topic) throws Exception {
        try (Admin admin = Admin.create(
                KafkaSettings.at(TestStack.shared().bootstrapServers()).common())) {
            for (int p = 0; p < Topics.SHARED.partitions(); p++) {
                admin.deleteRecords(Map.of(new TopicPartition(topic, p), RecordsToDelete.beforeOffset(-1)))
                        .all()
                        .get();
            }
        }
        assertThat(TestFeed.read(topic)).isEmpty();
    }
}
