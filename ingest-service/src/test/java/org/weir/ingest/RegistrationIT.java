package org.weir.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.weir.schemas.http.Roles;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(IngestStack.class)
class RegistrationIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Test
    void registersAnnouncesAndCreatesTopics() {
        // When
        Api.agency("regis");
        Api.as(Roles.DATA_OFFICER)
                .body(Api.feedForm("regis.positions", Map.of("kind", "push")))
                .post("/api/v1/feeds")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/feeds/regis.positions"))
                .body("agencyName", equalTo("Agency regis"))
                .body("health.state", equalTo("waiting"));

        // Then
        String announced = Topic.read(bootstrap, Topics.FEEDS.pattern()).stream()
                .filter(r -> r.key().equals("regis.positions"))
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(announced).contains("\"timezone\":\"America/New_York\"").contains("\"recorded\":false");
        assertThat(Topic.read(bootstrap, "raw.regis.positions")).isEmpty();
        assertThat(Topic.read(bootstrap, "quarantine.regis.positions")).isEmpty();
        Api.as(Roles.PLANNER).get("/api/v1/feeds").then().body("id", hasItem("regis.positions"));
        Api.as(Roles.AUDITOR).get("/api/v1/agencies/regis").then().statusCode(200);
    }

    @Test
    void announcesAChange() {
        // Given
        Api.agency("chang");
        Api.as(Roles.OPS)
                .body(Api.feedForm("chang.positions", Map.of("kind", "push")))
                .post("/api/v1/feeds");

        // When
        Map<String, Object> form = Api.feedForm("chang.positions", Map.of("kind", "push"));
        form.put("title", "Buses and trams");
        form.put("recorded", true);
        form.put("schedule", "https://agency.example/gtfs.zip");
        Api.publisherOf("chang")
                .body(form)
                .put("/api/v1/feeds/chang.positions")
                .then()
                .statusCode(200)
                .body("title", equalTo("Buses and trams"))
                .body("recorded", equalTo(true));

        // Then
        var announcements = Topic.read(bootstrap, Topics.FEEDS.pattern()).stream()
                .filter(r -> r.key().equals("chang.positions"))
                .toList();
        assertThat(announcements.get(announcements.size() - 1).value())
                .contains("Buses and trams")
                .contains("https://agency.example/gtfs.zip");
    }

    @Test
    void answersEveryRefusalWithAProblem() {
        Api.agency("probl");
        problem(given().get("/api/v1/feeds"), 401, "not-signed-in");
        problem(given().auth().oauth2("nonsense").get("/api/v1/feeds"), 401, "not-signed-in");
        problem(Api.as(Roles.PLANNER).body("{}").post("/api/v1/agencies"), 403, "not-allowed");
        problem(Api.as(Roles.PLANNER).post("/api/v1/feeds/probl.x/keys"), 403, "not-allowed");
        problem(Api.as(Roles.OPS).body("{").post("/api/v1/agencies"), 400, "malformed-request");
        problem(Api.as(Roles.OPS).body("{\"id\":{}}").post("/api/v1/agencies"), 400, "malformed-request");
        problem(Api.as(Roles.OPS).body("{}").post("/api/v1/agencies"), 400, "missing-field");
        problem(
                Api.as(Roles.OPS)
                        .body(Map.of("id", "probl", "name", "n", "timezone", "Europe/Rome"))
                        .post("/api/v1/agencies"),
                409,
                "already-exists");
        problem(Api.as(Roles.OPS).get("/api/v1/agencies/nobody"), 404, "unknown-agency");
        problem(Api.as(Roles.OPS).get("/api/v1/feeds/nobody.x"), 404, "unknown-feed");
        problem(Api.as(Roles.OPS).get("/api/v1/feeds/no%20feed"), 404, "unknown-feed");
        problem(
                Api.as(Roles.OPS)
                        .body(Api.feedForm("nobody.x", Map.of("kind", "push")))
                        .post("/api/v1/feeds"),
                404,
                "unknown-agency");
        problem(
                Api.publisherOf("probl")
                        .body(Api.feedForm("other.x", Map.of("kind", "push")))
                        .post("/api/v1/feeds"),
                403,
                "not-allowed");
        problem(
                Api.as(Roles.OPS)
                        .body(Api.feedForm("probl.x", Map.of("kind", "poll", "url", "ftp://h/x")))
                        .post("/api/v1/feeds"),
                400,
                "bad-url");
        problem(Api.as(Roles.OPS).get("/nowhere"), 404, "not-found");
        problem(Api.as(Roles.OPS).delete("/api/v1/feeds"), 405, "method-not-allowed");
        problem(Api.as(Roles.OPS).contentType("text/plain").body("x").post("/api/v1/feeds"), 415, "wrong-media-type");
    }

    private static void problem(io.restassured.response.Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("remedy", not(equalTo(null)));
    }

    @Test
    void describesItself() {
        Api.as(Roles.AUDITOR)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/feeds/{feed}/records'.post.summary", containsString("Push"));
        given().get("/q/health/ready").then().statusCode(200);
        Api.as(Roles.OPS).get("/q/metrics").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(401);
        Api.as(Roles.PLANNER).get("/q/metrics").then().statusCode(403);
    }
}
