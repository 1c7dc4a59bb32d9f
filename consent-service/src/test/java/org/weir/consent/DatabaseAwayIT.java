package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(value = CuttableDatabase.class, restrictToAnnotatedClass = true)
class DatabaseAwayIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Longer than the lease, so that what flows then does not flow by the lease alone. */
    private static final Duration A_LEASE = Duration.ofSeconds(7);

    @AfterEach
    void mend() {
        CuttableDatabase.cut(false);
    }

    @Test
    void refusesChanges_andGoesOnEnforcing_untilItIsBack() {
        try (TestFeed feed = new TestFeed("database-away")) {
            // Given an agreement under which records flow, and a draft
            AgreementDocument flows = Documents.buses("database-away", feed.id());
            AgreementDocument draft = Documents.buses("database-away-draft", feed.id());
            Api.activated(flows);
            Api.draft(Json.text(draft)).then().statusCode(201);
            String topic = Topics.shared(flows.assignee(), flows.uid(), feed.id());
            feed.positions(0, 50);
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() == 50);

            // When the database goes away
            CuttableDatabase.cut(true);
            Instant cut = Instant.now();

            // Then nothing changes, and whoever asks is told so
            refused(Api.officer().post("/api/v1/agreements/database-away-draft/offer"));
            refused(Api.officer().post("/api/v1/agreements/database-away/revoke"));
            refused(Api.officer().get("/api/v1/inbox"));
            refused(Api.officer().get("/api/v1/boards"));

            // And what was agreed goes on, longer than a lease
            feed.positions(50, 100);
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() == 100);
            await().atMost(SOON).until(() -> Instant.now().isAfter(cut.plus(A_LEASE)));
            feed.positions(100, 150);
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() == 150);

            // When it is back, commands are taken again, and the ledger has missed nothing
            CuttableDatabase.cut(false);
            await().atMost(SOON)
                    .until(() -> Api.officer()
                                    .post("/api/v1/agreements/database-away-draft/offer")
                                    .statusCode()
                            == 200);
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            Api.ledger(feed.id()).getInt("balances.find { it.agreement == 'database-away' }.shared"))
                    .isEqualTo(150));
        }
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unavailable");
    }
}
