package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.schemas.http.Roles;

/** What holds for every question that the API answers, whatever it is about. */
@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class AnswersIT {
    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    /** Every GET of the API's description, with something in place of what its path leaves open. */
    private static List<String> questions() {
        Map<String, Map<String, Object>> paths = as(Roles.OPS)
                .accept("application/json")
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        return paths.entrySet().stream()
                .filter(path -> path.getValue().containsKey("get"))
                .map(path -> path.getKey().replaceAll("[{][^}]*[}]", "some"))
                .toList();
    }

    @Test
    void refusesWhatNobodyDeclared_whereverItIsAsked() {
        List<String> questions = questions();
        assertThat(questions).hasSizeGreaterThan(20).contains("/api/v1/ranking", "/api/v1/way-speeds");
        for (String each : questions) {
            as(Roles.OPS)
                    .get(each + "?grop=1")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("bad-parameter"))
                    .body("detail", startsWith("No parameter is called grop here"));
        }
        as(Roles.OPS)
                .accept("application/geo+json")
                .get("/api/v1/ranking?grop=1")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"));
    }

    @Test
    void tellsNobodyWhatMayBeAsked_whoMayNotAsk() {
        given().get("/api/v1/ranking?grop=1").then().statusCode(401);
        as(Roles.PUBLISHER)
                .get("/api/v1/ranking?grop=1")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"))
                .body(
                        "detail",
                        equalTo(
                                "It takes one of these roles: planner, data-officer, ops, counsel, reviewer, auditor."));
        as(Roles.OPS)
                .delete("/api/v1/corridors/some")
                .then()
                .statusCode(403)
                .body("detail", containsString("planner, data-officer."));
    }

    @Test
    void saysWhatAReaderCanDo() {
        as(Roles.PLANNER)
                .get("/api/v1/trip-runs?feed=no.where&route=1&direction=0&date=2026-03-10")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-feed"))
                .body("remedy", containsString("/api/v1/standing"));
        as(Roles.PLANNER)
                .get("/api/v1/trip-runs?feed=no.where&route=1&date=2026-02-30")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"))
                .body("detail", equalTo("The parameter date is 2026-02-30, and there is no such day."))
                .body("remedy", containsString("/q/openapi"));
        as(Roles.PLANNER)
                .get("/api/v1/trip-runs?feed=no.where&route=1&date=2026-02-28")
                .then()
                .statusCode(400)
                .body("code", equalTo("missing-field"))
                .body("detail", containsString("direction"));
    }
}
