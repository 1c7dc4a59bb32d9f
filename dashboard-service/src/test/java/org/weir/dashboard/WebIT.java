package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class WebIT {
    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    @Test
    void exchangesATokenForACookieThatNoScriptReads() {
        String cookie = given().contentType(ContentType.JSON)
                .body("{\"token\":\"" + Tokens.of(Roles.PLANNER) + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .extract()
                .cookie("weir_session");
        given().cookie("weir_session", cookie)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("Pat Planner"))
                .body("roles", equalTo(List.of("planner")))
                .body("recipient", equalTo("city-planning"))
                .body("expires", notNullValue());
        given().cookie("weir_session", cookie).get("/api/v1/standing").then().statusCode(200);
        given().cookie("weir_session", cookie)
                .delete("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void refusesATokenThatIsOverOrForged() {
        for (String token : List.of("nonsense", Tokens.of(Roles.PLANNER, -90), Tokens.of(Roles.PLANNER) + "x")) {
            given().contentType(ContentType.JSON)
                    .body("{\"token\":\"" + token + "\"}")
                    .post("/api/v1/session")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-signed-in"));
        }
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{")
                .post("/api/v1/session")
                .then()
                .statusCode(400);
    }

    @Test
    void aCookieThatNoLongerCountsKeepsNobodyFromSigningIn() {
        given().cookie("weir_session", "old").get("/api/v1/session").then().statusCode(401);
        given().cookie("weir_session", "old")
                .contentType(ContentType.JSON)
                .body("{\"token\":\"" + Tokens.of(Roles.OPS) + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(204);
    }

    @Test
    void letsInWhoHasTheRole() {
        for (String path : List.of("/api/v1/standing", "/api/v1/schedules", "/api/v1/session", "/api/v1/feeds")) {
            given().get(path).then().statusCode(401).body("code", equalTo("not-signed-in"));
        }
        as(Roles.PUBLISHER).get("/api/v1/segment-speeds?feed=a.b").then().statusCode(403);
        as(Roles.PUBLISHER).get("/api/v1/live?feed=a.b").then().statusCode(403).body("code", equalTo("not-allowed"));
        as(Roles.PLANNER)
                .contentType("application/zip")
                .body(new TinyGtfs().zip())
                .put("/api/v1/schedules/a.b")
                .then()
                .statusCode(403);
    }

    @Test
    void tellsWhatEveryMeasureMeans() {
        as(Roles.PUBLISHER).get("/api/v1/definitions").then().statusCode(403);
        as(Roles.PLANNER)
                .get("/api/v1/definitions")
                .then()
                .statusCode(200)
                .body("definitions.find { it.id == 'average-wait' }.formula", equalTo("Σh² / (2 Σh)"))
                .body("definitions.find { it.id == 'bunched' }.parameters[0].options[0].id", equalTo("quarter"));
    }

    @Test
    void letsNobodyInWhoIsOfAnotherRecipient() {
        given().auth()
                .oauth2(Tokens.of(Roles.PLANNER, 3600, "somebody-else"))
                .get("/api/v1/standing")
                .then()
                .statusCode(403);
    }

    @Test
    void makesNobodyAPlanner_whoseTokenSaysOfNoRecipient() {
        given().auth()
                .oauth2(Tokens.ofNobody(Roles.PLANNER))
                .get("/api/v1/standing")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        given().cookie("weir_session", Tokens.ofNobody(Roles.PLANNER))
                .get("/api/v1/live?feed=a.b")
                .then()
                .statusCode(403);
        // The other roles are nobody's office: they stay.
        for (String[] roles : List.of(new String[] {Roles.OPS}, new String[] {Roles.OPS, Roles.PLANNER})) {
            given().auth()
                    .oauth2(Tokens.ofNobody(roles))
                    .get("/api/v1/standing")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        as(Roles.PLANNER).get("/api/v1/live?feed=a.b").then().statusCode(404).body("code", equalTo("unknown-feed"));
        as(Roles.PLANNER).get("/api/v1/live?feed=A B").then().statusCode(400).body("code", equalTo("bad-id"));
        as(Roles.PLANNER).get("/api/v1/live").then().statusCode(400).body("code", equalTo("missing-field"));
        as(Roles.PLANNER).get("/api/v1/schedules/a.b").then().statusCode(404).body("code", equalTo("schedule-missing"));
        as(Roles.PLANNER)
                .get("/api/v1/segment-speeds?feed=a.b&route=1&direction=7")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"));
        as(Roles.PLANNER).get("/api/v1/nothing").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void keepsTheOldSchedule_whereTheNewOneCannotBeRead() throws Exception {
        FeedId feed = FeedId.of("tiny.uploaded");
        try (TestTopics topics = new TestTopics()) {
            topics.announce(feed, true);
            topics.notice(feed, "uploaded-for-planning", AgreementState.ACTIVE, 1);
        }
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> as(Roles.DATA_OFFICER)
                .contentType("application/zip")
                .body(new TinyGtfs().zip())
                .put("/api/v1/schedules/tiny.uploaded")
                .then()
                .statusCode(200));
        as(Roles.DATA_OFFICER)
                .contentType("application/zip")
                .body("<html>".getBytes())
                .put("/api/v1/schedules/tiny.uploaded")
                .then()
                .statusCode(400)
                .body("code", equalTo("schedule-unreadable"));
        as(Roles.PLANNER)
                .get("/api/v1/schedules/tiny.uploaded")
                .then()
                .statusCode(200)
                .body("trips", equalTo(40))
                .body("routes[0].directions.headsign", equalTo(List.of("East End", "West End")));
        TinyGtfs next = new TinyGtfs();
        next.with("calendar.txt", next.file("calendar.txt").replace("20260101,20261231", "20990101,20991231"));
        as(Roles.DATA_OFFICER)
                .contentType("application/zip")
                .body(next.zip())
                .put("/api/v1/schedules/tiny.uploaded")
                .then()
                .statusCode(200);
        for (String date : List.of("2026-07-01", "2099-07-01")) {
            as(Roles.PLANNER)
                    .get("/api/v1/schedules/tiny.uploaded/versions?date=" + date)
                    .then()
                    .statusCode(200)
                    .body("to", equalTo(List.of("2026-12-31", "2099-12-31")))
                    .body("find { it.holds }.to", equalTo(date.substring(0, 4) + "-12-31"));
        }
        String tag = as(Roles.PLANNER)
                .get("/api/v1/schedules/tiny.uploaded/shapes")
                .then()
                .statusCode(200)
                .body("features.size()", equalTo(2))
                .body("features[0].properties.trips", equalTo(20))
                .extract()
                .header("ETag");
        as(Roles.PLANNER)
                .header("If-None-Match", tag)
                .get("/api/v1/schedules/tiny.uploaded/shapes")
                .then()
                .statusCode(304);
        as(Roles.PLANNER)
                .get("/api/v1/schedules/tiny.uploaded/stops")
                .then()
                .statusCode(200)
                .body("features.size()", equalTo(4));
    }

    @Test
    void passesRequestsOnWithTheCallersToken() {
        as(Roles.PLANNER)
                .get("/api/v1/feeds/a.b?limit=5")
                .then()
                .statusCode(200)
                .body("path", equalTo("/api/v1/feeds/a.b?limit=5"))
                .body("bearer", equalTo(true));
        given().cookie("weir_session", Tokens.of(Roles.OPS))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"x\"}")
                .post("/api/v1/agencies")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("bytes", equalTo(10))
                .body("bearer", equalTo(true));
        as(Roles.PLANNER)
                .get("/api/v1/feeds/refused")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-id"));
    }

    @Test
    void saysSo_whenTheServiceBehindIsAway() {
        as(Roles.PLANNER)
                .get("/api/v1/agreements")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("unavailable"));
    }

    @Test
    void passesOnWhatIsPublic_withoutASession_andNothingElse() {
        // 503 says that it was passed on: nothing listens behind this address.
        for (String path : List.of(
                "register", "keys", "ledger/checkpoint", "ledger/key", "ledger/proofs/inclusion?index=0&size=1")) {
            given().get("/api/v1/" + path).then().statusCode(503);
            given().cookie("weir_session", "old").get("/api/v1/" + path).then().statusCode(503);
            as(Roles.PLANNER).get("/api/v1/" + path).then().statusCode(503);
        }
        for (String path : List.of(
                "inbox", "boards", "agreements", "ledger", "ledger/daily", "ledger/leaves", "ledger/export", "keysx")) {
            int status = given().get("/api/v1/" + path).statusCode();
            assertThat(status).as(path).isIn(401, 404);
        }
        given().post("/api/v1/register").then().statusCode(401);
    }

    @Test
    void passesOnEveryPartOfTheConsentService() {
        for (String path : List.of(
                "inbox",
                "boards",
                "parties/a/keys",
                "jurisdictions",
                "prohibitions",
                "ledger/daily",
                "agreements/a/diff")) {
            as(Roles.DATA_OFFICER).get("/api/v1/" + path).then().statusCode(503);
        }
        as(Roles.AUDITOR)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/accounting")
                .then()
                .statusCode(503);
    }

    @Test
    void changesNothingForAForeignPage() {
        as(Roles.DATA_OFFICER)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/agreements/a/revoke")
                .then()
                .statusCode(403);
        as(Roles.DATA_OFFICER)
                .header("Origin", "https://elsewhere.test")
                .delete("/api/v1/session")
                .then()
                .statusCode(403);
    }

    @Test
    void servesPagesUnderStrictRules() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        // A deep link gives the page where it was built, and an address of the interface never does.
        boolean built = getClass().getResource("/META-INF/resources/index.html") != null;
        given().get("/speeds").then().statusCode(built ? 200 : 404);
        given().get("/assets/nothing.js").then().statusCode(404);
    }
}
