package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.weir.city.flaw.Sampling;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.dashboard.movement.truth.CityFeed;
import org.weir.dashboard.rank.Asked;
import org.weir.dashboard.rank.Cause;
import org.weir.dashboard.rank.CityEvidence;
import org.weir.dashboard.rank.DayEvidence;
import org.weir.dashboard.rank.EvidenceOfDays;
import org.weir.dashboard.rank.Ranked;
import org.weir.dashboard.rank.Ranking;
import org.weir.dashboard.stream.Keys;
import org.weir.dashboard.stream.RunKey;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

/** A city with planted places, from its runs through store, job and API. */
@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class RankingIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofMinutes(4);
    private static final FeedId FEED = CityFeed.FEED;
    private static final String AGREEMENT = "city-for-planning";
    private static final long SEED = 101;
    private static final String PERIOD = "from=2026-03-01&to=2026-03-31&feed=" + FEED;
    private static final String PARTS = "SELECT concat_ws('|', p.kind, p.place, e.service_date) AS key, md5(e.numbers)"
            + " AS value FROM evidence_day e JOIN evidence_place p ON p.id = e.place WHERE p.agreement = '" + AGREEMENT
            + "'";
    private static final String SUMS = "SELECT concat_ws('|', month, span, part) AS key, md5(numbers) AS value"
            + " FROM evidence_sum WHERE agreement = '" + AGREEMENT + "'";
    private static final String REST = "SELECT (SELECT count(*) FROM route_day WHERE agreement = '" + AGREEMENT
            + "' AND marked <> rolled) + (SELECT count(*) FROM evidence_date WHERE agreement = '" + AGREEMENT
            + "' AND marked <> rolled) + (SELECT count(*) FROM evidence_month WHERE agreement = '" + AGREEMENT
            + "' AND marked <> rolled)";

    @Inject
    Pool database;

    private final CityEvidence city = new CityEvidence(SEED);
    private final List<LocalDate> dates = city.weekdays(3);

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    private static Response ask(String query) {
        return as(Roles.PLANNER).get("/api/v1/" + query);
    }

    @Test
    void answersThePlantedPlaces_withTheirCauseAndTheirEvidence() throws Exception {
        try (TestTopics topics = new TestTopics()) {
            // Given the runs of three weekdays, and of the one on which a street is dug up
            begin(topics);
            Map<LocalDate, Collection<TripRun>> runs = new TreeMap<>();
            dates.forEach(date -> runs.put(date, city.runs(date, Sampling.USUAL)));
            give(topics, runs);
            awaitEvidence(0);

            // When
            Response answer = ask("ranking?" + PERIOD);

            // Then it is what the runs themselves say, place by place
            answer.then().statusCode(200).body("days", equalTo(dates.size()));
            Map<Cause, List<Ranked>> expected = expected(runs);
            assertThat(expected.values())
                    .allSatisfy(ranked -> assertThat(ranked).isNotEmpty());
            expected.forEach((cause, ranked) -> holds(answer, cause, ranked));
            opensToItsEvidence(expected.get(Cause.LANE).get(0));
            tellsWhatIsAskedFor();
            saysWhatWaits();
            compares();
            refuses();

            // When all of it comes once more
            Map<String, String> before = rows();
            long mark = newest();
            give(topics, runs);
            awaitEvidence(mark);

            // Then nothing has changed, to the byte
            assertThat(rows()).isEqualTo(before);

            // When the agreement ends
            topics.notice(FEED, AGREEMENT, AgreementState.REVOKED, 2);

            // Then
            await().atMost(SOON)
                    .untilAsserted(() ->
                            ask("ranking?" + PERIOD).then().statusCode(410).body("code", equalTo("agreement-ended")));
        }
    }

    private void begin(TestTopics topics) throws Exception {
        topics.announce(FEED, true);
        topics.notice(FEED, AGREEMENT, AgreementState.ACTIVE, 1);
        await().atMost(SOON).untilAsserted(() -> as(Roles.OPS)
                .contentType("application/zip")
                .body(city.gtfs())
                .put("/api/v1/schedules/" + FEED)
                .then()
                .statusCode(200));
        as(Roles.DATA_OFFICER)
                .contentType("application/geo+json")
                .body(city.signalLayer())
                .put("/api/v1/layers/signals")
                .then()
                .statusCode(200)
                .body("touching", greaterThan(0));
    }

    private static void give(TestTopics topics, Map<LocalDate, Collection<TripRun>> runs) throws Exception {
        for (Collection<TripRun> ofDate : runs.values()) {
            for (TripRun run : ofDate) {
                topics.runSoon(Keys.write(RunKey.of(AGREEMENT, FEED.value(), run.key())), TripRunCodec.write(run));
            }
        }
        topics.sent();
    }

    /** Everything after a mark is gathered. */
    private void awaitEvidence(long mark) {
        await().atMost(LATER).untilAsserted(() -> {
            assertThat(number("SELECT count(*) FROM evidence_date WHERE agreement = '" + AGREEMENT + "' AND rolled > "
                            + mark))
                    .isEqualTo(dates.size());
            assertThat(number("SELECT count(*) FROM evidence_month WHERE agreement = '" + AGREEMENT + "' AND rolled > "
                            + mark))
                    .isEqualTo(1);
            assertThat(number(REST)).isZero();
        });
    }

    private long newest() {
        return number("SELECT last_value FROM rollup_mark");
    }

    private long number(String sql) {
        return database.query(sql)
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private Map<String, String> rows() {
        Map<String, String> rows = new HashMap<>();
        for (String sql : List.of(PARTS, SUMS)) {
            for (Row row : database.query(sql).execute().await().atMost(SOON)) {
                rows.put(row.getString("key"), row.getString("value"));
            }
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private Map<Cause, List<Ranked>> expected(Map<LocalDate, Collection<TripRun>> runs) {
        List<DayEvidence> days = new ArrayList<>();
        // As they are after they were written: to the millisecond and the tenth of a metre.
        runs.forEach((date, of) -> days.add(city.on(
                date,
                of.stream()
                        .map(run -> TripRunCodec.read(TripRunCodec.write(run)))
                        .collect(Collectors.toList()))));
        return Ranking.of(new EvidenceOfDays(days), city.layout, Asked.allDay(), () -> false);
    }

    private static void holds(Response answer, Cause cause, List<Ranked> ranked) {
        String of = "places.findAll { it.cause == '" + cause.name().toLowerCase(java.util.Locale.ROOT) + "' }";
        assertThat(answer.jsonPath().<String>getList(of + ".id"))
                .isEqualTo(ranked.stream().map(each -> each.finding().id()).toList());
        List<Float> saved = answer.jsonPath().getList(of + ".saved.value", Float.class);
        for (int i = 0; i < ranked.size(); i++) {
            assertThat(saved.get(i).doubleValue()).isCloseTo(ranked.get(i).savedADay(), within(0.01));
        }
        answer.then().body(of + ".stability[0]", equalTo(1.0f)).body(of + ".saved.n", everyItem(greaterThan(0)));
    }

    private static void opensToItsEvidence(Ranked lane) {
        ask("ranking/" + lane.finding().id() + "?" + PERIOD)
                .then()
                .statusCode(200)
                .body("place.id", equalTo(lane.finding().id()))
                .body("place.savedUnit", equalTo("bus seconds a day"))
                .body("place.saved.clusters", equalTo("DAYS"))
                .body("days.size()", equalTo(4))
                .body("geometry.size()", equalTo(lane.finding().where().lines().size()))
                .body("heat.n", everyItem(greaterThan(0)))
                .body("profile.size()", equalTo(lane.finding().profile().size()));
        ask("ranking/lane-nowhere?" + PERIOD).then().statusCode(404).body("code", equalTo("not-found"));
    }

    private static void tellsWhatIsAskedFor() {
        ask("ranking?cause=stop&limit=1&" + PERIOD)
                .then()
                .statusCode(200)
                .body("places.cause", equalTo(List.of("stop")))
                .body("missing", equalTo(null));
        // Two dates say nothing about most days.
        ask("ranking?exclude=2026-03-03,2026-03-04&days=tue,wed&" + PERIOD)
                .then()
                .statusCode(200)
                .body("missing", equalTo("TOO_FEW"))
                .body("places", equalTo(List.of()));
        as(Roles.PLANNER)
                .accept("application/geo+json")
                .get("/api/v1/ranking?cause=lane&" + PERIOD)
                .then()
                .statusCode(200)
                .contentType(containsString("application/geo+json"))
                .body("features[0].geometry.type", equalTo("MultiLineString"))
                .body("features[0].properties.savedUnit", equalTo("bus seconds a day"))
                .body("features[0].properties.rank", equalTo(1));
    }

    private void saysWhatWaits() {
        ask("ranking?" + PERIOD).then().body("waiting", equalTo(0)).body("missing", equalTo(null));

        // When two dates are to be gathered again, and were not before, and another instance is at it
        String of = " WHERE agreement = '" + AGREEMENT + "' AND service_date > '" + dates.get(1) + "'";
        change("UPDATE evidence_date SET rolled = -rolled, claimed = now() + interval '1 hour'" + of);

        // Then
        ask("ranking?" + PERIOD)
                .then()
                .statusCode(200)
                .body("days", equalTo(2))
                .body("waiting", equalTo(dates.size() - 2))
                .body("feeds[0].waiting", equalTo(dates.size() - 2))
                .body("missing", equalTo("NOT_YET"))
                .body("places", equalTo(List.of()));
        change("UPDATE evidence_date SET rolled = -rolled, claimed = NULL" + of);
    }

    private void change(String sql) {
        assertThat(database.query(sql).execute().await().atMost(SOON).rowCount())
                .isPositive();
    }

    private void compares() {
        String before = dates.get(0) + ".." + dates.get(0);
        String after = dates.get(1) + ".." + dates.get(dates.size() - 1);
        String question = "comparisons?feed=" + FEED + "&route=" + city.route() + "&direction=0&measure=speed,speed";
        ask(question + "&before=" + before + "&after=" + after)
                .then()
                .statusCode(200)
                .body("definitions.id", equalTo(List.of("speed")))
                .body("places[0].measures.speed.low", equalTo(null))
                .body("places[0].measures.speed.before.n", greaterThan(0));
        refused(question + "&before=" + before + "&after=" + before, 400, "bad-parameter");
    }

    private static void refuses() {
        refused("ranking?from=2026-03-01", 400, "missing-field");
        refused("ranking?from=2026-03-01&to=2026-02-01", 400, "bad-parameter");
        refused("ranking?from=2025-03-01&to=2026-02-01", 400, "period-too-long");
        refused("ranking?hours=7-40&" + PERIOD, 400, "bad-parameter");
        refused("ranking?days=someday&" + PERIOD, 400, "bad-parameter");
        refused("ranking?cause=luck&" + PERIOD, 400, "bad-parameter");
        refused("ranking?limit=1000&" + PERIOD, 400, "bad-parameter");
        refused("ranking?area=areas/nowhere&" + PERIOD, 404, "not-found");
        refused("ranking?from=2026-03-01&to=2026-03-31&feed=tiny.nowhere", 404, "unknown-feed");
        refused(
                "comparisons?feed=" + FEED + "&route=1&direction=0&measure=speed&before=2026-03-01..2026-03-02",
                400,
                "missing-field");
        refused(
                "comparisons?feed=" + FEED + "&route=1&direction=0&measure=speed&before=2026-03-01&after=2026-03-01",
                400,
                "bad-parameter");
        as(Roles.PUBLISHER).get("/api/v1/ranking?" + PERIOD).then().statusCode(403);
        given().get("/api/v1/ranking?" + PERIOD).then().statusCode(401);
    }

    private static void refused(String query, int status, String code) {
        ask(query).then().statusCode(status).body("code", equalTo(code));
    }
}
