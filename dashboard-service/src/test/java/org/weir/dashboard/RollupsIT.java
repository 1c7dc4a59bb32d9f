package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

/** What the figures of a day tell that do not follow from a route's own runs alone. */
@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class RollupsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** 2026-03-10 06:00 in New York. */
    private static final long SIX = Instant.parse("2026-03-10T10:00:00Z").getEpochSecond();

    private static final String GEO_JSON = "application/geo+json";

    /** Route 2 takes the same street as route 1, on the quarter hour. */
    private static TinyGtfs twoRoutes() {
        TinyGtfs tiny = new TinyGtfs();
        StringBuilder trips = new StringBuilder(tiny.file("trips.txt"));
        StringBuilder times = new StringBuilder(tiny.file("stop_times.txt"));
        for (int hour = 6; hour < 26; hour++) {
            trips.append("2,daily,x-").append(hour).append(",East End,0,east\n");
            for (int k = 0; k < 4; k++) {
                String at = "%d:%02d:00".formatted(hour, 15 + k);
                times.append("x-%d,%s,%s,%c,%d%n".formatted(hour, at, at, "ABCD".charAt(k), k));
            }
        }
        return tiny.with("routes.txt", tiny.file("routes.txt") + "2,t,2,Second Route,3,005EA2\n")
                .with("trips.txt", trips.toString())
                .with("stop_times.txt", times.toString());
    }

    @Inject
    Pool database;

    private static ValidatableResponse ask(String query) {
        return given().config(RestAssuredConfig.newConfig()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                .auth()
                .oauth2(Tokens.of(Roles.PLANNER))
                .get("/api/v1/" + query)
                .then();
    }

    private static void put(String role, String path, String type, byte[] body, int status) {
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(Tokens.of(role))
                .contentType(type)
                .body(body)
                .put("/api/v1/" + path)
                .then()
                .statusCode(status));
    }

    /** Others of the suite have streets in the same place. */
    @AfterEach
    void takeBack() {
        for (String path : List.of("areas/parts", "corridors/rolled-street")) {
            given().auth().oauth2(Tokens.of(Roles.DATA_OFFICER)).delete("/api/v1/" + path);
        }
    }

    /** A bus on an eastward trip at 10 m/s. */
    private static void drive(TestTopics topics, FeedId feed, String agreement, String trip, String route, long from)
            throws Exception {
        for (int t = -10; t <= 140; t += 10) {
            double metres = Math.max(0, Math.min(1200, t * 10));
            topics.share(
                    feed,
                    agreement,
                    TinyGtfs.at("bus-" + trip, trip, route, TinyGtfs.LAT, TinyGtfs.lon(metres), from + t));
        }
    }

    private static byte[] polygon(double from, double to) {
        return """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "old-town", "properties": {"name": "Old Town"},
                 "geometry": {"type": "Polygon", "coordinates":
                 [[[%1$s,39.99], [%2$s,39.99], [%2$s,40.01], [%1$s,40.01], [%1$s,39.99]]]}}]}"""
                .formatted(TinyGtfs.lon(from), TinyGtfs.lon(to))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] line(double from, double to) {
        return """
                {"type": "Feature", "properties": {"name": "Main Street"},
                 "geometry": {"type": "LineString", "coordinates": [[%s,40.0], [%s,40.0]]}}"""
                .formatted(TinyGtfs.lon(from), TinyGtfs.lon(to))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void tellsOfRoutesThatDidNotRun_ofPlacesAlongTheWay_andOfSeveralRoutesTogether() throws Exception {
        FeedId feed = FeedId.of("tiny.rolled");
        String agreement = "rolled-for-planning";
        try (TestTopics topics = new TestTopics()) {
            // Given a town in which the westward trips do not come from six to eleven, and nothing at all from seven to
            // ten
            topics.announce(feed, true);
            topics.notice(feed, agreement, AgreementState.ACTIVE, 1);
            put(Roles.OPS, "schedules/" + feed, "application/zip", twoRoutes().zip(), 200);
            put(Roles.DATA_OFFICER, "areas/parts", GEO_JSON, polygon(-100, 600), 200);
            drive(topics, feed, agreement, "e-6", "1", SIX);
            drive(topics, feed, agreement, "x-6", "2", SIX + 900);
            drive(topics, feed, agreement, "e-7", "1", SIX + 3_600);
            drive(topics, feed, agreement, "e-10", "1", SIX + 4 * 3_600);
            drive(topics, feed, agreement, "x-10", "2", SIX + 4 * 3_600 + 900);
        }
        String of = "&feed=" + feed + "&from=2026-03-10&to=2026-03-10";
        String service = "figures?by=route&measure=completeness,missing,unknown&group=hour" + of;

        // Then the way back has a day of its own: missing at six, unknown from then on until the feed spoke again
        await().atMost(SOON).untilAsserted(() -> {
            ask(service + "&route=1&direction=1")
                    .statusCode(200)
                    .body("places[0].figures.missing.find { it.quarter == 24 }.value", equalTo(1.0))
                    .body("places[0].figures.unknown.find { it.quarter == 32 }.value", equalTo(1.0))
                    .body("places[0].figures.missing.find { it.quarter == 32 }.missing", equalTo("NOT_DEFINED"))
                    .body("places[0].figures.completeness.find { it.quarter == 32 }.completeness", equalTo(0.0))
                    // and of what is still to come nothing is told
                    .body("places[0].figures.unknown.find { it.quarter == 60 }", equalTo(null));
            ask(service + "&route=1&direction=0")
                    .body("places[0].figures.completeness.find { it.quarter == 24 }.value", equalTo(1.0))
                    .body("places[0].figures.unknown.find { it.quarter == 32 }.value", equalTo(1.0));
        });
        // and no headway spans the silence, neither of one route nor of both together
        String headway = "figures?measure=headway" + of + "&by=stop&place=B";
        ask(headway + "&route=1&direction=0").body("places[0].figures.headway[0].n", equalTo(1));
        await().atMost(SOON).untilAsserted(() -> ask(headway)
                .body("places[0].figures.headway[0].n", equalTo(3))
                .body("days", equalTo(1)));
        // and the area and, drawn only now, the corridor have what was measured along the way
        put(Roles.PLANNER, "corridors/rolled-street", GEO_JSON, line(200, 900), 200);
        String along = "figures?measure=speed,lateness-p50,completeness" + of;
        await().atMost(SOON).untilAsserted(() -> {
            ask(along + "&by=area&place=parts/old-town&route=1&direction=0")
                    .body("places[0].figures.speed[0].n", equalTo(3))
                    .body("places[0].figures.completeness[0].n", equalTo(9));
            ask(along + "&by=corridor&place=rolled-street")
                    .body("places[0].figures.speed[0].n", equalTo(5))
                    .body("places[0].figures.lateness-p50[0].n", equalTo(10));
        });
        // and each 25 m its speed
        ask("way-speeds?route=1&direction=0&hours=6,7,10" + of)
                .statusCode(200)
                .body("days", equalTo(1))
                .body("ways", hasSize(1))
                .body("ways[0].cells", hasSize(47))
                .body("ways[0].cells[20].n", equalTo(3));
        assertThat(done("SELECT count(*) FROM rollup_day WHERE agreement = '" + agreement + "' AND route = ''"))
                .isEqualTo(3);
        // and each day the version that said what was to run
        assertThat(done("SELECT count(*) FROM route_day WHERE agreement = '" + agreement + "' AND rolled > 0"
                        + " AND schedule IS DISTINCT FROM (SELECT version FROM schedule WHERE feed = '" + feed + "')"))
                .isZero();
        saysWhatWaits(along + "&by=area&place=parts/old-town&route=1&direction=0", agreement);
    }

    /** Three runs are too few; while their day waits that is not the last word. */
    private void saysWhatWaits(String question, String agreement) {
        await().atMost(SOON).untilAsserted(() -> ask(question)
                .body("waiting", equalTo(0))
                .body("places[0].figures.speed[0].missing", equalTo("TOO_FEW")));

        // When the day is to be reckoned again, and another instance is at it
        String of = " WHERE agreement = '" + agreement + "' AND route = '1' AND direction = 0";
        change("UPDATE route_day SET rolled = -rolled, claimed = now() + interval '1 hour'" + of);

        // Then
        ask(question)
                .body("waiting", equalTo(1))
                .body("days", equalTo(1))
                .body("places[0].figures.speed[0].n", equalTo(3))
                .body("places[0].figures.speed[0].missing", equalTo("NOT_YET"));
        // and a day that does not count is not waited for
        ask(question + "&exclude=2026-03-10").body("waiting", equalTo(0));
        ask(question.replace("direction=0", "direction=1")).body("waiting", equalTo(0));
        change("UPDATE route_day SET rolled = -rolled, claimed = NULL" + of);
    }

    private void change(String sql) {
        assertThat(database.query(sql).execute().await().atMost(SOON).rowCount())
                .isPositive();
    }

    private long done(String sql) {
        return database.query(sql)
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }
}
