package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.Stretch;
import org.weir.dashboard.street.store.Grounds;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class StreetIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String GEO_JSON = "application/geo+json";

    @Inject
    Grounds grounds;

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    private static ValidatableResponse put(String role, String path, String document) {
        return as(role).contentType(GEO_JSON)
                .body(document.replace('\'', '"'))
                .put("/api/v1/" + path)
                .then();
    }

    private static String feature(String name, String type, String coordinates) {
        return "{'type':'Feature','properties':{'name':'" + name + "'},'geometry':{'type':'" + type + "','coordinates':"
                + coordinates + "}}";
    }

    private static String place(double metresEast, double north) {
        return "[" + TinyGtfs.lon(metresEast) + "," + (TinyGtfs.LAT + north) + "]";
    }

    @Test
    void givesTheStreetsOfAFeed_andWhatLiesOnThem() throws Exception {
        // Given
        FeedId feed = FeedId.of("tiny.streets");
        try (TestTopics topics = new TestTopics()) {
            topics.announce(feed, false);
            topics.notice(feed, "streets-for-planning", AgreementState.ACTIVE, 1);
        }
        await().atMost(SOON).untilAsserted(() -> as(Roles.DATA_OFFICER)
                .contentType("application/zip")
                .body(new TinyGtfs().zip())
                .put("/api/v1/schedules/tiny.streets")
                .then()
                .statusCode(200));

        // Then there is a street in each direction, cut each 300 m
        as(Roles.PLANNER)
                .get("/api/v1/streets?feed=tiny.streets")
                .then()
                .statusCode(200)
                .body("type", equalTo("FeatureCollection"))
                .body("features.size()", equalTo(8))
                .body("features.properties.metres", hasItem(300))
                .body("features.properties.routes.flatten().feed", hasItem("tiny.streets"))
                .body("features.properties.fromStop", hasItem("Stop A"));
        as(Roles.PLANNER)
                .get("/api/v1/streets/corridors?date=2026-02-10&buses=1")
                .then()
                .statusCode(200)
                .body("find { it.fromStop == 'Stop A' }.metres", equalTo(1200))
                .body("find { it.fromStop == 'Stop A' }.busesAnHour", greaterThan(0));

        // When
        put(
                        Roles.PLANNER,
                        "corridors/main-street",
                        feature("Main Street", "LineString", "[" + place(200, 0) + "," + place(900, 0) + "]"))
                .statusCode(200)
                .body("features", equalTo(1))
                .body("touching", equalTo(1))
                .body("warning", equalTo(null));
        put(
                        Roles.DATA_OFFICER,
                        "areas/neighbourhoods",
                        "{'type':'FeatureCollection','features':["
                                + feature(
                                        "Old Town",
                                        "Polygon",
                                        "[[" + place(-100, -0.01) + "," + place(500, -0.01) + "," + place(500, 0.01)
                                                + "," + place(-100, 0.01) + "," + place(-100, -0.01) + "]]")
                                + "]}")
                .statusCode(200)
                .body("touching", equalTo(1));
        put(Roles.PLANNER, "layers/signals", feature("Main and 3rd", "Point", place(600, 0.00003)))
                .statusCode(200)
                .body("touching", equalTo(1));

        // Then
        as(Roles.OPS).get("/api/v1/corridors").then().statusCode(200).body("id", hasItem("main-street"));
        as(Roles.OPS)
                .get("/api/v1/corridors/main-street")
                .then()
                .statusCode(200)
                .contentType(GEO_JSON)
                .body("properties.name", equalTo("Main Street"));
        as(Roles.OPS).get("/api/v1/areas").then().statusCode(200).body("features", equalTo(List.of(1)));
        Schedule schedule = org.weir.dashboard.Schedules.tiny();
        StopPattern east = schedule.trip("e-8").pattern();
        Ground ground = grounds.present();
        assertThat(ground.corridors(east)).extracting(Stretch::place).containsExactly("main-street");
        assertThat(ground.corridors(schedule.trip("w-8").pattern())).isEmpty();
        assertThat(ground.areas(east)).extracting(Stretch::place).containsExactly("neighbourhoods/Old Town");
        assertThat(ground.signals(east)).extracting("signal").containsExactly("Main and 3rd");
        assertThat(ground.areasAt(TinyGtfs.LAT, TinyGtfs.lon(300))).containsExactly("neighbourhoods/Old Town");

        // When
        for (String path : List.of("corridors/main-street", "areas/neighbourhoods", "layers/signals")) {
            as(Roles.PLANNER).delete("/api/v1/" + path).then().statusCode(204);
            as(Roles.PLANNER).get("/api/v1/" + path).then().statusCode(404).body("code", equalTo("unknown-layer"));
            as(Roles.PLANNER).delete("/api/v1/" + path).then().statusCode(404);
        }

        // Then
        assertThat(grounds.present().corridors(east)).isEmpty();
        assertThat(grounds.net().along(east)).isNotEmpty();
    }

    @Test
    void saysWhatIsWrongWithWhatWasGiven() {
        String line = feature("Main", "LineString", "[[-75,40],[-75.01,40]]");
        // Swapped, it is on Earth, and nowhere near
        put(Roles.PLANNER, "areas/swapped", feature("Main", "Polygon", "[[[42,-74],[42.1,-74],[42.1,-74.1],[42,-74]]]"))
                .statusCode(200)
                .body("features", equalTo(1))
                .body("touching", equalTo(0))
                .body("warning", containsString("longitude"));
        as(Roles.PLANNER).delete("/api/v1/areas/swapped").then().statusCode(204);
        put(Roles.OPS, "corridors/main", line).statusCode(403);
        put(Roles.PLANNER, "corridors/Main Street", line).statusCode(400).body("code", equalTo("bad-id"));
        put(Roles.PLANNER, "layers/benches", line).statusCode(404).body("code", equalTo("unknown-layer"));
        put(Roles.PLANNER, "layers/signals", line)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("wrong-geometry"))
                .body("detail", equalTo("Feature 1 is no Point."))
                .body("remedy", containsString("Points"));
        put(Roles.PLANNER, "corridors/main", line.replace("Main", ""))
                .statusCode(422)
                .body("code", equalTo("feature-unnamed"));
        put(Roles.PLANNER, "corridors/main", line.replace("40]]", "400]]"))
                .statusCode(422)
                .body("code", equalTo("coordinates-off-earth"));
        put(Roles.PLANNER, "areas/wards", "<html>").statusCode(400).body("code", equalTo("geojson-unreadable"));
        put(Roles.PLANNER, "areas/wards", "").statusCode(400);
        as(Roles.PLANNER)
                .get("/api/v1/streets?feed=no.such")
                .then()
                .statusCode(404)
                .body("code", equalTo("schedule-missing"));
        as(Roles.PLANNER)
                .get("/api/v1/streets/corridors?buses=0")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"));
        given().get("/api/v1/streets").then().statusCode(401);
    }
}
