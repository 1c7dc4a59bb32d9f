package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.weir.consent.topic.Json;
import org.weir.schemas.http.Roles;

/** Somebody who is signed in, and what they do over HTTP. */
public final class Desk {
    private final String token;

    private Desk(String token) {
        this.token = token;
    }

    /** The officer of an agency whose data it is. */
    public static Desk officerOfAgency(String subject, String agency) {
        return new Desk(Tokens.of(subject, Set.of(Roles.DATA_OFFICER), Map.of("agency", agency)));
    }

    /** The officer of a recipient. */
    public static Desk officerOfRecipient(String subject, String recipient) {
        return new Desk(Tokens.of(subject, Set.of(Roles.DATA_OFFICER), Map.of("recipient", recipient)));
    }

    /** Whoever has one role and belongs to nobody. */
    public static Desk of(String subject, String role) {
        return new Desk(Tokens.of(subject, role));
    }

    public JsonPath reads(String path) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Does something that must go well. */
    public JsonPath does(String path, Object body) {
        Response response = post(path, body);
        assertThat(response.statusCode())
                .as("%s: %s", path, response.asString())
                .isBetween(200, 204);
        return response.jsonPath();
    }

    /** Does something to an agreement; the body is empty. */
    public JsonPath moves(String agreement, String command) {
        return does("/agreements/" + agreement + "/" + command, Map.of());
    }

    /** Tries something that must be refused; what was answered. */
    public JsonPath isRefused(String path, Object body, String code) {
        JsonPath problem = post(path, body).jsonPath();
        assertThat(problem.getString("code")).as(path).isEqualTo(code);
        return problem;
    }

    public String stateOf(String agreement) {
        return reads("/agreements/" + agreement).getString("state");
    }

    private Response post(String path, Object body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body instanceof String text ? text : Json.text(body))
                .post("/api/v1" + path);
    }
}
