package org.weir.consent.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.Tokens;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class PreviewIT {
    @Test
    void replaysTheNewestRecords_ofADraftNobodyHasWrittenDown() {
        try (TestFeed feed = new TestFeed("preview-newest")) {
            // Given
            feed.positions(0, 3000);
            feed.send("bus-1", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1_760_100_000L);
            feed.flush();
            AgreementDocument draft = Documents.buses("preview-newest-draft", feed.id());

            // When
            long from = System.nanoTime();
            JsonPath preview = ask(Tokens.dataOfficer(), "preview", Map.of("document", draft, "records", 1000));
            long millis = (System.nanoTime() - from) / 1_000_000;

            // Then
            assertThat(preview.getLong("replayed")).isBetween(900L, 1000L);
            assertThat(preview.getLong("quarantined")).isEqualTo(1);
            assertThat(preview.getLong("shared") + preview.getLong("quarantined"))
                    .isEqualTo(preview.getLong("replayed"));
            assertThat(preview.getString("fields.find { it.path == 'vehicle.licensePlate' }.how"))
                    .isEqualTo("withheld");
            assertThat(preview.getList("fields.find { it.path == 'vehicle.id' }.after"))
                    .isNotEmpty();
            assertThat(millis).isLessThan(10_000);
            assertThat(TestFeed.read(Topics.shared(draft.assignee(), draft.uid(), feed.id())))
                    .isEmpty();
        }
    }

    @Test
    void showsRawRecords_toTheirOwnerAndTheHub_only() {
        try (TestFeed feed = new TestFeed("preview-owner")) {
            feed.positions(0, 50);
            AgreementDocument draft = Documents.buses("preview-owner-draft", feed.id());

            for (String token : List.of(
                    Tokens.dataOfficer(),
                    Tokens.of("olga", Set.of(Roles.DATA_OFFICER), Map.of("agency", "preview-owner")),
                    Tokens.of("carl", Set.of(Roles.COUNSEL), Map.of("agency", "preview-owner")))) {
                assertThat(ask(token, "preview", Map.of("document", draft)).getLong("replayed"))
                        .isEqualTo(50);
            }
            for (String token : List.of(
                    Tokens.of("rita", Set.of(Roles.DATA_OFFICER), Map.of("recipient", "city-planning")),
                    Tokens.of("otto", Set.of(Roles.DATA_OFFICER), Map.of("agency", "another")),
                    Tokens.of("cleo", Set.of(Roles.COUNSEL), Map.of("recipient", "city-planning")))) {
                JsonPath form = ask(token, "preview", Map.of("document", draft));
                assertThat(form.getLong("replayed")).isZero();
                assertThat(form.getList("samples")).isEmpty();
                assertThat(form.getString("fields.find { it.path == 'vehicle.id' }.how"))
                        .isEqualTo("pseudonym");
                assertThat(form.getList("fields.before.flatten()")).isEmpty();
                assertThat(ask(token, "explain", Map.of("document", draft)).getString("before"))
                        .isNull();
                assertThat(ask(token, "effect", Map.of("from", draft, "to", draft))
                                .getLong("replayed"))
                        .isZero();
            }
            assertThat(post(Tokens.of("paul", Roles.PLANNER), "preview", Map.of("document", draft))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void doesNotOpenAFeed_toWhoeverNamesThemselvesItsOwner() {
        try (TestFeed feed = new TestFeed("preview-thief")) {
            feed.positions(0, 10);
            String stolen = Json.text(Documents.buses("preview-stolen", feed.id()))
                    .replace("\"assigner\":\"preview-thief\"", "\"assigner\":\"another\"");

            JsonPath form = ask(
                    Tokens.of("otto", Set.of(Roles.DATA_OFFICER), Map.of("agency", "another")),
                    "preview",
                    Map.of("document", Json.own(stolen, AgreementDocument.class)));

            assertThat(form.getLong("replayed")).isZero();
        }
    }

    @Test
    void explainsTheNewestRecord_andComparesTwoTexts() {
        try (TestFeed feed = new TestFeed("preview-explain")) {
            feed.positions(0, 20);
            AgreementDocument draft = Documents.buses("preview-explain-draft", feed.id());
            AgreementDocument less =
                    Documents.of("preview-explain-draft", feed.id(), List.of("timestamp"), List.of(), null, null);

            JsonPath explanation = ask(Tokens.dataOfficer(), "explain", Map.of("document", draft));
            JsonPath effect = ask(Tokens.dataOfficer(), "effect", Map.of("from", draft, "to", less, "records", 20));

            assertThat(explanation.getString("outcome")).isEqualTo("shared");
            assertThat(explanation.getString("before.vehicle.licensePlate")).startsWith("plate-");
            assertThat(explanation.getString("after.vehicle.licensePlate")).isNull();
            assertThat(effect.getLong("sharedBefore")).isEqualTo(effect.getLong("sharedAfter"));
            assertThat(effect.<String>getList("sentences"))
                    .contains("“Vehicle id” would stay behind; today it flows (pseudonym).");
        }
    }

    @Test
    void refuses_whatItDoesNotUnderstand() {
        AgreementDocument draft = Documents.buses("preview-nowhere", FeedId.of("nowhere.vehicle-positions"));

        refused(Map.of("document", draft, "limit", 5), "malformed-request");
        refused(Map.of("document", draft, "records", 2001), "malformed-request");
        refused(Map.of("records", 5), "agreement-unreadable");
        refused(Map.of("document", draft), "unknown-feed");
    }

    private static void refused(Map<String, ?> body, String code) {
        assertThat(post(Tokens.dataOfficer(), "preview", body).jsonPath().getString("code"))
                .isEqualTo(code);
    }

    private static JsonPath ask(String token, String what, Map<String, ?> body) {
        return post(token, what, body).then().statusCode(200).extract().jsonPath();
    }

    private static Response post(String token, String what, Map<String, ?> body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Json.text(body))
                .post("/api/v1/agreements/" + what);
    }
}
