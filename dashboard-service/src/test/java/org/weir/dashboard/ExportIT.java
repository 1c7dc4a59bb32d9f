package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class ExportIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** 2026-03-10 08:00 in New York. */
    private static final long EIGHT = Instant.parse("2026-03-10T12:00:00Z").getEpochSecond();

    private static final String TUESDAY = "&from=2026-03-10&to=2026-03-10";

    private static final String FIGURES = "&route=1&direction=0&by=stop&place=B&measure=headway,bunched";
    private static final String AT_EIGHT = "places[0].figures.headway.find { it.quarter == 32 }";
    private static final String STRINGS = "&route=1&direction=0&date=2026-03-10";

    @Inject
    Pool database;

    @TestHTTPResource("/api/v1/exports/stop-visits")
    URI stopVisits;

    private static Response export(String role, String query) {
        return given().auth().oauth2(Tokens.of(role)).get("/api/v1/exports/" + query);
    }

    /** Six buses run the street at 10 m/s. */
    private static void drive(TestTopics topics, FeedId feed, String agreement) throws Exception {
        topics.announce(feed, true);
        topics.notice(feed, agreement, AgreementState.ACTIVE, 1);
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(Tokens.of(Roles.OPS))
                .contentType("application/zip")
                .body(new TinyGtfs().zip())
                .put("/api/v1/schedules/" + feed)
                .then()
                .statusCode(200));
        for (int bus = 0; bus < 6; bus++) {
            for (int t = 0; t <= 130; t += 10) {
                topics.share(
                        feed, agreement, TinyGtfs.bus("m-" + bus, "e-8", Math.min(1200, t * 10), EIGHT + bus * 60 + t));
            }
        }
    }

    @Test
    void givesWhatTheAgreementLetsOut_asTables_andNothingAfterItEnded() throws Exception {
        FeedId feed = FeedId.of("tiny.taken");
        try (TestTopics topics = new TestTopics()) {
            // Given
            drive(topics, feed, "taken-for-planning");
            String of = "?feed=tiny.taken" + TUESDAY;
            await().atMost(SOON).untilAsserted(() -> assertThat(export(Roles.PLANNER, "segment-speeds" + of)
                            .asString()
                            .lines())
                    .hasSize(4));

            // When
            Response visits = export(Roles.PLANNER, "stop-visits" + of);

            // Then
            visits.then()
                    .statusCode(200)
                    .header("Content-Disposition", "attachment; filename=\"tiny.taken_stop-visits_2026-03-10.csv\"")
                    .header("Cache-Control", "private, no-store");
            List<String> lines = visits.asString().lines().toList();
            assertThat(lines).hasSize(1 + 6 * 4);
            assertThat(lines.get(0)).startsWith("service_date,trip_id_performed,trip_stop_sequence,pattern_id,");
            assertThat(lines.get(1))
                    .startsWith("2026-03-10,e-8:m-0,1,")
                    .contains(",m-0,0,A,2026-03-10T08:00:00-04:00,2026-03-10T08:00:");
            List<String> trips = export(Roles.PLANNER, "trips-performed" + of)
                    .asString()
                    .lines()
                    .toList();
            assertThat(trips).hasSize(7);
            assertThat(trips.get(1)).contains(",m-0,e-8,1,Bus,").contains(",In service,Scheduled,given,1.0,4,");
            assertThat(export(Roles.PLANNER, "vehicle-locations" + of)
                            .asString()
                            .lines()
                            .count())
                    .isGreaterThan(60);
            assertThat(export(Roles.PLANNER, "measures" + of + "&measure=speed,completeness")
                            .asString()
                            .lines()
                            .filter(line -> line.startsWith("2026-03-10,1,0,")))
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("2026-03-10,1,0,route,,speed,9.") && line.contains(",m/s,6,")
                            || line.startsWith("2026-03-10,1,0,route,,speed,10.") && line.contains(",m/s,6,"));
            export(Roles.PLANNER, "segment-speeds" + of + "&format=geojson")
                    .then()
                    .contentType("application/geo+json")
                    .body("type", equalTo("FeatureCollection"))
                    .body("features.size()", equalTo(3))
                    .body("features[0].geometry.type", equalTo("LineString"))
                    .body("features[0].properties.hour", equalTo(8));
            export(Roles.PLANNER, "headways" + of + "&format=geojson")
                    .then()
                    .body("features[0].geometry.type", equalTo("Point"))
                    .body("features[0].properties.headway", equalTo(60.0f));
            byte[] parquet = export(Roles.PLANNER, "stop-visits" + of + "&format=parquet")
                    .asByteArray();
            assertThat(new String(parquet, parquet.length - 4, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("PAR1");

            figuresAndRuns();

            // When
            topics.notice(feed, "taken-for-planning", AgreementState.REVOKED, 2);

            // Then
            await().atMost(SOON).untilAsserted(() -> export(Roles.PLANNER, "stop-visits" + of)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("code", equalTo("agreement-ended")));
            ask("figures" + of + FIGURES).then().statusCode(410).body("code", equalTo("agreement-ended"));
            ask("trip-runs?feed=tiny.taken" + STRINGS).then().statusCode(410).body("code", equalTo("agreement-ended"));
        }
    }

    private static Response ask(String query) {
        return given().auth().oauth2(Tokens.of(Roles.PLANNER)).get("/api/v1/" + query);
    }

    /** For the months of this test: nobody waits ten minutes in a test. */
    private void beAMinuteLater() {
        database.query("UPDATE route_month SET marked_at = marked_at - interval '10 minutes' WHERE feed = 'tiny.taken'")
                .executeAndAwait();
    }

    private void figuresAndRuns() {
        String of = "?feed=tiny.taken" + TUESDAY;
        ask("figures" + of + FIGURES + "&group=weekday-hour")
                .then()
                .statusCode(200)
                .body("agreement", equalTo("taken-for-planning"))
                .body("days", equalTo(1))
                .body("definitions.id", equalTo(List.of("headway", "bunched")))
                .body("places.place", equalTo(List.of("B")))
                .body("places[0].figures.headway[0].weekday", equalTo(2))
                .body("places[0].figures.headway[0].quarter", equalTo(24))
                .body("places[0].figures.headway[0].missing", equalTo("TOO_FEW"))
                .body(AT_EIGHT + ".value", equalTo(60.0f))
                .body(AT_EIGHT + ".n", equalTo(5));
        // Half a year is told from its months, which are merged when their days have been quiet for ten minutes.
        await().atMost(SOON.multipliedBy(3)).untilAsserted(() -> {
            beAMinuteLater();
            ask("figures?feed=tiny.taken&from=2026-01-01&to=2026-06-30" + FIGURES + "&group=weekday-hour")
                    .then()
                    .statusCode(200)
                    .body("days", equalTo(1))
                    .body(AT_EIGHT + ".weekday", equalTo(2))
                    .body(AT_EIGHT + ".value", equalTo(60.0f));
        });
        ask("figures" + of + FIGURES + "&exclude=2026-03-10")
                .then()
                .statusCode(200)
                .body("places", equalTo(List.of()));
        ask("figures" + of + FIGURES + "&group=fortnight")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"));
        ask("figures" + of + FIGURES + "&bunching=often").then().statusCode(400).body("code", equalTo("bad-parameter"));
        ask("figures" + of + "&route=1&direction=0&measure=luck")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-measure"))
                .body("remedy", containsString("/api/v1/definitions"));
        tellsWhatIsNotKnown(of);
        ask("trip-runs?feed=tiny.taken" + STRINGS)
                .then()
                .statusCode(200)
                .body("runs.size()", equalTo(6))
                .body("runs[0].vehicle", equalTo("m-0"))
                .body("runs[0].assignment", equalTo("given"))
                .body("runs[0].visits.stop", equalTo(List.of("A", "B", "C", "D")))
                .body("runs[0].visits[0].scheduled", equalTo((int) EIGHT));
        given().auth()
                .oauth2(Tokens.of(Roles.PUBLISHER))
                .get("/api/v1/figures" + of + FIGURES)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of(Roles.PUBLISHER))
                .get("/api/v1/trip-runs?feed=tiny.taken" + STRINGS)
                .then()
                .statusCode(403);
    }

    /** Not as if no bus had run there. */
    private static void tellsWhatIsNotKnown(String of) {
        String figures = "figures" + of + "&measure=headway";
        unknown(figures + "&route=nope&direction=0", "unknown-route");
        unknown("trip-runs?feed=tiny.taken&route=77&direction=0&date=2026-03-10", "unknown-route");
        unknown("way-speeds" + of + "&route=zz&direction=0", "unknown-route");
        unknown("segment-speeds" + of + "&route=zz&direction=0", "unknown-route");
        unknown(figures + "&route=1&direction=0&by=stop&place=99999", "unknown-place");
        unknown(figures + "&by=stop&place=99999", "unknown-place");
        unknown(figures + "&route=1&direction=0&by=segment&place=B", "unknown-place");
        unknown(figures + "&by=corridor&place=nowhere", "unknown-layer");
        unknown(figures + "&by=area&place=a/b", "unknown-layer");
        String periods = "&before=2026-03-10..2026-03-10&after=2026-03-17..2026-03-17";
        unknown("comparisons?feed=tiny.taken&route=nope&direction=0&measure=headway" + periods, "unknown-route");
        // What is known, and has no figures on that day, is no mistake.
        String wednesday = "?feed=tiny.taken&from=2026-03-11&to=2026-03-11&measure=headway&route=1&direction=0";
        ask("figures" + wednesday).then().statusCode(200).body("places", equalTo(List.of()));
        ask("figures" + wednesday + "&by=stop&place=B").then().statusCode(200);
        ask("figures" + wednesday + "&by=segment&place=B>C").then().statusCode(200);
    }

    private static void unknown(String question, String code) {
        ask(question).then().statusCode(404).body("code", equalTo(code));
    }

    @Test
    void refuses_withACodeAndARemedy() throws Exception {
        FeedId feed = FeedId.of("tiny.withheld");
        try (TestTopics topics = new TestTopics()) {
            topics.announce(feed, true);
        }
        String of = "?feed=tiny.withheld" + TUESDAY;
        await().atMost(SOON).untilAsserted(() -> export(Roles.PLANNER, "headways" + of)
                .then()
                .statusCode(403)
                .body("code", equalTo("no-agreement")));
        refused("nothing" + of, 404, "unknown-export");
        refused("headways" + of + "&format=xlsx", 400, "unknown-format");
        refused("stop-visits" + of + "&format=geojson", 400, "unknown-format");
        refused("stop-visits?feed=tiny.withheld&from=2026-01-01&to=2026-02-01", 400, "period-too-long");
        refused("stop-visits?feed=tiny.withheld&from=2026-02-01&to=2026-01-01", 400, "bad-parameter");
        refused("stop-visits?feed=tiny.withheld&to=2026-01-01", 400, "missing-field");
        refused("stop-visits?feed=tiny.nowhere" + TUESDAY, 404, "unknown-feed");
        export(Roles.PUBLISHER, "headways" + of).then().statusCode(403);
        given().get("/api/v1/exports/headways" + of).then().statusCode(401);
    }

    private static void refused(String query, int status, String code) {
        export(Roles.PLANNER, query).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void holdsAPageInMemory_howeverMuchIsTaken_andStopsWhereTheAgreementEnds() throws Exception {
        FeedId feed = FeedId.of("tiny.large");
        try (TestTopics topics = new TestTopics()) {
            // Given 320,000 visits, some 50 MB
            drive(topics, feed, "large-for-planning");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(export(Roles.PLANNER, "trips-performed?feed=tiny.large" + TUESDAY)
                                    .asString()
                                    .lines())
                            .hasSize(7));
            many("large-for-planning", 8_000, 40);
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(stopVisits + "?feed=tiny.large&from=2026-03-10&to=2026-03-11"))
                    .header("Authorization", "Bearer " + Tokens.of(Roles.PLANNER))
                    .build();
            HttpClient client = HttpClient.newHttpClient();

            // When it is taken once
            long most = 0;
            long lines = 0;
            long bytes = 0;
            try (InputStream in = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body()) {
                long before = used();
                byte[] part = new byte[1 << 16];
                long looked = 0;
                for (int n = in.read(part); n >= 0; n = in.read(part)) {
                    bytes += n;
                    for (int i = 0; i < n; i++) {
                        lines += part[i] == '\n' ? 1 : 0;
                    }
                    if (bytes - looked > 8 << 20) {
                        looked = bytes;
                        most = Math.max(most, used() - before);
                    }
                }
            }

            // Then
            assertThat(lines).isEqualTo(1 + 24 + 320_000);
            assertThat(bytes).isGreaterThan(40L << 20);
            assertThat(most).isLessThan(16L << 20);

            keepsNoPlaceForWhoeverWentAway(request);

            // When the agreement ends while somebody takes it
            try (InputStream in = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body()) {
                assertThat(in.readNBytes(1_000)).hasSize(1_000);
                topics.notice(feed, "large-for-planning", AgreementState.REVOKED, 2);
                await().atMost(SOON).untilAsserted(() -> export(Roles.PLANNER, "stop-visits?feed=tiny.large" + TUESDAY)
                        .then()
                        .statusCode(410));

                // Then what was given is seen not to be whole
                assertThatThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static void keepsNoPlaceForWhoeverWentAway(HttpRequest request) throws Exception {
        // Given as many as there may be, that have taken a little each
        String small = "stop-visits?feed=tiny.large" + TUESDAY;
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<InputStream> taking = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            InputStream in = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            assertThat(in.readNBytes(1_000)).hasSize(1_000);
            taking.add(in);
        }
        refused(small, 503, "exports-busy");

        // When they go away
        for (InputStream each : taking) {
            each.close();
        }

        // Then nobody waits until their tables would have been written
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> export(Roles.PLANNER, small).then().statusCode(200));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void many(String agreement, int runs, int visits) {
        List<StopVisit> stops = IntStream.range(0, visits)
                .mapToObj(i -> new StopVisit(
                        i,
                        "stop-" + i,
                        EIGHT + i * 60,
                        EIGHT + i * 60,
                        28_800 + i * 60,
                        15,
                        StopVisit.Quality.SEEN,
                        -1))
                .toList();
        LocalDate date = LocalDate.parse("2026-03-11");
        List<Tuple> rows = IntStream.range(0, runs)
                .mapToObj(i -> new TripRun(
                        new TripRun.Key(date, "trip-" + i, "vehicle-" + i),
                        "1",
                        0,
                        "v",
                        0,
                        new Assignment(Assignment.How.GIVEN, 1),
                        stops,
                        Knots.NONE,
                        0))
                .map(run -> Tuple.of(
                                agreement, date, run.key().trip(), run.key().vehicle(), visits)
                        .addBuffer(Buffer.buffer(TripRunCodec.write(run))))
                .toList();
        database.preparedQuery("INSERT INTO trip_run (agreement, feed, service_date, trip, vehicle, route, direction,"
                        + " visits, run, changed_at) VALUES ($1, 'tiny.large', $2, $3, $4, '1', 0, $5, $6, now())")
                .executeBatch(rows)
                .await()
                .atMost(SOON);
    }
}
