package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;

/** Sends every bad agreement we know of, writes what was answered to {@code target/bad-input.md}, then a good one. */
@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class BadAgreementsIT {
    private final StringBuilder table = new StringBuilder(
            """
            # Bad agreements and what was answered

            | input | status | code | sentence | detail | remedy |
            |---|---|---|---|---|---|
            """);

    @Test
    void answersEachBadAgreement_withItsCode_andTakesTheNextGoodOne() throws IOException {
        try (TestFeed feed = new TestFeed("bad-input")) {
            AgreementDocument agreement = Documents.buses("bad-input", feed.id());
            String good = Json.text(agreement);

            refused("no body", "", "agreement-unreadable");
            refused("not JSON", "{\"uid\":", "agreement-unreadable");
            refused("a list", "[]", "agreement-unreadable");
            refused("null", "null", "agreement-unreadable");
            refused(
                    "a term nobody knows",
                    good.replace("\"title\"", "\"spatial\":\"downtown\",\"title\""),
                    "agreement-unreadable");
            refused(
                    "a term twice",
                    good.replace("\"title\"", "\"purpose\":\"research\",\"title\""),
                    "agreement-unreadable");
            refused(
                    "an id that cannot stand in a topic",
                    good.replace("\"uid\":\"bad-input\"", "\"uid\":\"../x\""),
                    "agreement-unreadable");
            refused("no purpose", good.replace("\"purpose\":\"transit-planning\",", ""), "missing-field");
            refused("blank authority", good.replace("Riverton Code 12.3", "  "), "missing-field");
            refused(
                    "no days of retention",
                    good.replace("\"retentionDays\":30", "\"retentionDays\":0"),
                    "missing-field");
            refused(
                    "unknown profile",
                    good.replace("weir.dev/profile/1", "weir.dev/profile/99"),
                    "agreement-unknown-profile");
            refused(
                    "unknown feed",
                    good.replace("\"feed\":\"bad-input.vehicle", "\"feed\":\"bad-input.tram"),
                    "agreement-unknown-feed");
            refused(
                    "another agency's feed",
                    good.replace("\"assigner\":\"bad-input\"", "\"assigner\":\"other\""),
                    "agreement-wrong-owner");
            refused(
                    "another contract version",
                    good.replace("\"contractVersion\":\"1.0.0\"", "\"contractVersion\":\"9.0.0\""),
                    "agreement-contract-version");
            refused("no field", good.replaceAll("\"fields\":\\[[^]]*]", "\"fields\":[]"), "agreement-empty");
            refused("unknown field", good.replace("\"stopId\"", "\"driver.name\""), "agreement-unknown-field");
            refused("unknown purpose", good.replace("transit-planning", "advertising"), "agreement-unknown-purpose");
            refused("unknown obligation", good.replace("\"pseudonymise\"", "\"blur\""), "agreement-unknown-obligation");
            refused(
                    "obligation on a field that does not flow",
                    good.replace("\"field\":\"vehicle.id\"", "\"field\":\"vehicle.label\""),
                    "agreement-obligation-field");
            refused(
                    "pseudonym for a number",
                    good.replace("\"field\":\"vehicle.id\"", "\"field\":\"position.speed\""),
                    "agreement-obligation-field");
            refused(
                    "ends before it begins",
                    good.replace(
                            "\"retentionDays\"",
                            "\"effectiveFrom\":\"2027-01-01T00:00:00Z\",\"expires\":\"2026-01-01T00:00:00Z\",\"retentionDays\""),
                    "agreement-dates");

            Api.draft(good)
                    .then()
                    .statusCode(201)
                    .header("Location", org.hamcrest.Matchers.endsWith("/api/v1/agreements/bad-input"));
            refused("the same id again", good, "already-exists");
            told("revoking a draft", Api.officer().post("/api/v1/agreements/bad-input/revoke"), "agreement-state");
            told(
                    "offering what does not exist",
                    Api.officer().post("/api/v1/agreements/nothing/offer"),
                    "unknown-agreement");
            told(
                    "accepting a draft",
                    Api.recipient(agreement).post("/api/v1/agreements/bad-input/accept"),
                    "agreement-state");
            told(
                    "offering for the agency as the recipient",
                    Api.recipient(agreement).post("/api/v1/agreements/bad-input/offer"),
                    "not-allowed");
            told(
                    "offering with a body of another form",
                    Api.officer().body("{\"text\":{}}").post("/api/v1/agreements/bad-input/offer"),
                    "malformed-request");
            told("no token", io.restassured.RestAssured.get("/api/v1/agreements"), "not-signed-in");
            told(
                    "a planner writes an agreement",
                    io.restassured.RestAssured.given()
                            .auth()
                            .oauth2(Tokens.of("paul.planner", "planner"))
                            .contentType("application/json")
                            .body(good)
                            .post("/api/v1/agreements"),
                    "not-allowed");
            told(
                    "a publisher looks into another agency's ledger",
                    io.restassured.RestAssured.given()
                            .auth()
                            .oauth2(Tokens.publisher("other"))
                            .queryParam("feed", feed.id().value())
                            .get("/api/v1/ledger"),
                    "not-allowed");

            JsonPath read = Api.officer().get("/api/v1/agreements/bad-input").jsonPath();
            assertThat(read.getString("state")).isEqualTo("DRAFT");
            assertThat(read.getList("plainLanguage")).hasSizeBetween(5, 12);
        }
        Files.writeString(Path.of("target/bad-input.md"), table);
    }

    private void refused(String input, String body, String code) {
        told(input, Api.draft(body), code);
    }

    private void told(String input, Response response, String code) {
        JsonPath problem = response.jsonPath();
        table.append("| ")
                .append(String.join(
                        " | ",
                        input,
                        Integer.toString(response.statusCode()),
                        "`" + problem.getString("code") + "`",
                        String.valueOf(problem.getString("title")),
                        problem.getString("detail") == null ? "" : problem.getString("detail"),
                        String.valueOf(problem.getString("remedy"))))
                .append(" |\n");
        assertThat(response.contentType()).as(input).startsWith("application/problem+json");
        assertThat(problem.getString("code")).as(input).isEqualTo(code);
        assertThat(problem.getString("title")).as(input).isNotBlank();
        assertThat(problem.getString("remedy")).as(input).isNotBlank();
    }
}
