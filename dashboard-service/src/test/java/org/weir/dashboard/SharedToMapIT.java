package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class SharedToMapIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    /** 2026-03-10 08:00 in New York. */
    private static final long EIGHT = Instant.parse("2026-03-10T12:00:00Z").getEpochSecond();

    private static final long DAY = 86_400;

    @TestHTTPResource("/api/v1/live")
    URI live;

    @Test
    void showsSharedPositions_andSaysWhenTheAgreementEnds() throws Exception {
        FeedId feed = FeedId.of("tiny.live");
        try (TestTopics topics = new TestTopics()) {
            // Given
            long now = Instant.now().getEpochSecond();
            topics.announce(feed, false);
            topics.notice(feed, "live-for-planning", AgreementState.ACTIVE, 1);
            await().atMost(SOON).untilAsserted(() -> given().auth()
                    .oauth2(Tokens.of(Roles.PLANNER))
                    .get("/api/v1/standing")
                    .then()
                    .statusCode(200)
                    .body("find { it.feed == 'tiny.live' }.flow", equalTo("quiet")));

            try (Watcher watcher = new Watcher(URI.create(live + "?feed=tiny.live"), Tokens.of(Roles.PLANNER))) {
                // When
                topics.shareRubbish(feed, "live-for-planning");
                topics.share(feed, "live-for-planning", TinyGtfs.bus("bus-1", "e-8", 100, now - 5));
                topics.share(feed, "live-for-planning", TinyGtfs.bus("bus-2", "e-8", 300, now - 5));

                // Then
                await().atMost(SOON).untilAsserted(() -> assertThat(watcher.events("positions").stream()
                                .mapToInt(e -> e.data().path("vehicles").size())
                                .sum())
                        .isGreaterThanOrEqualTo(2));
                assertThat(watcher.events("positions")
                                .get(0)
                                .data()
                                .path("full")
                                .asBoolean())
                        .isTrue();
                await().atMost(SOON).untilAsserted(() -> assertThat(watcher.last("standing"))
                        .isNotNull()
                        .satisfies(last ->
                                assertThat(last.data().path("flow").asText()).isEqualTo("flowing")));
                await().atMost(SOON).untilAsserted(() -> assertThat(watcher.last("health"))
                        .isNotNull()
                        .satisfies(last ->
                                assertThat(last.data().path("vehicles").asInt()).isEqualTo(2)));

                // When
                topics.notice(feed, "live-for-planning", AgreementState.REVOKED, 2);

                // Then
                await().atMost(SOON).untilAsserted(() -> assertThat(watcher.last("standing"))
                        .isNotNull()
                        .satisfies(last ->
                                assertThat(last.data().path("flow").asText()).isEqualTo("ended")));
                int positions = watcher.events("positions").size();
                topics.share(feed, "live-for-planning", TinyGtfs.bus("bus-1", "e-8", 150, now));
                await().during(Duration.ofSeconds(3)).atMost(SOON).untilAsserted(() -> assertThat(
                                watcher.events("positions"))
                        .hasSize(positions));
            }
        }
    }

    @Test
    void measuresSegments_andARepetitionChangesNothing() throws Exception {
        FeedId feed = FeedId.of("tiny.measured");
        try (TestTopics topics = new TestTopics()) {
            // Given
            topics.announce(feed, true);
            topics.notice(feed, "measured-for-planning", AgreementState.ACTIVE, 1);
            await().atMost(SOON).untilAsserted(() -> given().auth()
                    .oauth2(Tokens.of(Roles.OPS))
                    .contentType("application/zip")
                    .body(new TinyGtfs().zip())
                    .put("/api/v1/schedules/tiny.measured")
                    .then()
                    .statusCode(200)
                    .body("trips", equalTo(40)));

            // When six buses run the street at 10 m/s
            for (int repetition = 0; repetition < 2; repetition++) {
                for (int bus = 0; bus < 6; bus++) {
                    for (int t = 0; t <= 130; t += 10) {
                        topics.share(
                                feed,
                                "measured-for-planning",
                                TinyGtfs.bus("m-" + bus, "e-8", Math.min(1200, t * 10), EIGHT + bus * 60 + t));
                    }
                }
            }

            // Then
            await().atMost(SOON).untilAsserted(() -> speeds().statusCode(200)
                    .body("segments.size()", equalTo(3))
                    .body("segments.observed", equalTo(java.util.List.of(6, 6, 6))));
            speeds().body("segments[1].all.meanMps", allOf(greaterThan(9.7f), lessThan(10.3f)))
                    .body("segments[1].all.tooFew", equalTo(false))
                    .body("segments[1].fromStop.name", equalTo("Stop B"))
                    .body("segments[1].metres", equalTo(400.0f))
                    .body("hours", equalTo(java.util.List.of(8)))
                    .body("from", equalTo("2026-03-10"))
                    .body("segments[1].scheduled", equalTo(20))
                    .body("agreement.id", equalTo("measured-for-planning"));
            given().auth()
                    .oauth2(Tokens.of(Roles.PLANNER))
                    .get("/api/v1/segment-speeds/routes?feed=tiny.measured")
                    .then()
                    .statusCode(200)
                    .body("dates", equalTo(java.util.List.of("2026-03-10")))
                    .body("routes[0].n", equalTo(6));

            // When the next day has begun with one bus
            for (int t = 0; t <= 130; t += 10) {
                topics.share(
                        feed,
                        "measured-for-planning",
                        TinyGtfs.bus("m-0", "e-8", Math.min(1200, t * 10), EIGHT + DAY + t));
            }

            // Then it is known, and the day with figures is still what is told unasked
            await().atMost(SOON).untilAsserted(() -> given().auth()
                    .oauth2(Tokens.of(Roles.PLANNER))
                    .get("/api/v1/segment-speeds/routes?feed=tiny.measured")
                    .then()
                    .statusCode(200)
                    .body("dates", equalTo(java.util.List.of("2026-03-10", "2026-03-11")))
                    .body("from", equalTo("2026-03-10"))
                    .body("to", equalTo("2026-03-10"))
                    .body("routes[0].n", equalTo(6)));
            speeds().body("from", equalTo("2026-03-10")).body("to", equalTo("2026-03-10"));

            // When
            topics.notice(feed, "measured-for-planning", AgreementState.REVOKED, 2);

            // Then
            await().atMost(SOON).untilAsserted(() -> speeds().statusCode(410).body("code", equalTo("agreement-ended")));
            given().auth()
                    .oauth2(Tokens.of(Roles.PLANNER))
                    .get("/api/v1/segment-speeds/routes?feed=tiny.measured")
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("code", equalTo("agreement-ended"));
        }
    }

    @Test
    void endsTheStream_whenTheTokenEnds() throws Exception {
        FeedId feed = FeedId.of("tiny.watched");
        try (TestTopics topics = new TestTopics()) {
            // Given
            topics.announce(feed, false);
            await().atMost(SOON).untilAsserted(() -> given().auth()
                    .oauth2(Tokens.of(Roles.PLANNER))
                    .get("/api/v1/standing")
                    .then()
                    .body("find { it.feed == 'tiny.watched' }.flow", equalTo("none")));

            // When
            try (Watcher watcher = new Watcher(URI.create(live + "?feed=tiny.watched"), Tokens.of(Roles.PLANNER, 4))) {
                // Then
                await().atMost(SOON).until(watcher::ended);
                assertThat(watcher.events("standing")).isNotEmpty();
            }
        }
    }

    private static io.restassured.response.ValidatableResponse speeds() {
        return given().auth()
                .oauth2(Tokens.of(Roles.PLANNER))
                .get("/api/v1/segment-speeds?feed=tiny.measured&route=1&direction=0")
                .then();
    }
}
