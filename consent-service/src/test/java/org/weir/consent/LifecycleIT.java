package org.weir.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.weir.consent.agreement.Texts;
import org.weir.consent.party.HashSignature;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.topic.Topics;

/** An agreement's life over HTTP, on a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class LifecycleIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void goesThroughABoard_isSignedByBoth_runs_andIsAmended() {
        try (TestFeed feed = new TestFeed("life-course")) {
            // Given a board of three, and a recipient that wants the feed
            AgreementDocument text =
                    Texts.with(Documents.buses("life-course", feed.id()), j -> j.put("reviewBoard", "life-board"));
            post(
                            Api.officer(),
                            "/boards",
                            Map.of("id", "life-board", "name", "Privacy board", "members", List.of("b1", "b2", "b3")))
                    .then()
                    .statusCode(200);
            RequestSpecification recipient = Api.recipient(text);
            post(recipient, "/agreements", text).then().statusCode(201);
            move(text, Api.recipient(text), "request", null).then().statusCode(200);
            assertThat(inbox(Api.officer(), text)).containsExactly("accept");

            // When the agency accepts, the board looks at it
            JsonPath review = move(text, Api.officer(), "accept", null).jsonPath();
            assertThat(review.getString("state")).isEqualTo("IN_REVIEW");
            assertThat(review.getInt("review.quorum")).isEqualTo(2);
            assertThat(inbox(reviewer("b1"), text)).containsExactly("vote");
            move(text, reviewer("b1"), "minutes", Map.of("text", "Heard the agency."))
                    .then()
                    .statusCode(200);
            move(text, reviewer("b1"), "votes", Map.of("vote", "approve", "comment", "Fine."))
                    .then()
                    .statusCode(200);
            assertThat(inbox(reviewer("b1"), text)).isEmpty();
            refused(move(text, reviewer("b9"), "votes", Map.of("vote", "approve")), 409, "agreement-state");
            refused(move(text, Api.officer(), "votes", Map.of("vote", "approve")), 403, "not-allowed");
            JsonPath agreed = move(text, reviewer("b2"), "votes", Map.of("vote", "approve"))
                    .jsonPath();
            assertThat(agreed.getString("state")).isEqualTo("AGREED");
            assertThat(agreed.getList("review.votes.by")).containsExactly("b1", "b2");

            // And the recipient signs first, the agency last
            refused(move(text, Api.officer(), "sign", null), 409, "agreement-state");
            assertThat(move(text, Api.recipient(text), "sign", null).jsonPath().getString("state"))
                    .isEqualTo("VERIFIED");
            JsonPath active = move(text, Api.officer(), "sign", null).jsonPath();

            // Then it is in force, with a receipt, and records flow
            assertThat(active.getString("state")).isEqualTo("ACTIVE");
            assertThat(active.getString("receipts[0].receipt.state")).isEqualTo("ACTIVE");
            assertThat(active.getList("timeInState.state"))
                    .containsExactly("DRAFT", "REQUESTED", "IN_REVIEW", "AGREED", "VERIFIED", "FINALIZED", "ACTIVE");
            assertThat(active.getList("signatures.hash")).containsOnly(active.getString("hash"));
            feed.positions(0, 50);
            String topic = Topics.shared(text.assignee(), text.uid(), feed.id());
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() == 50);

            // And an amendment does not pass the board by
            AgreementDocument past = Texts.with(Texts.next(text), j -> j.putNull("reviewBoard"));
            refused(move(text, Api.officer(), "amend", Map.of("document", past)), 422, "agreement-other-text");

            // And it goes the whole course while the first version counts
            AgreementDocument next = Texts.with(Texts.next(text), j -> j.put("title", "Buses, amended"));
            move(text, Api.officer(), "amend", Map.of("document", next)).then().statusCode(200);
            Api.moved(Api.officer(), text, "offer");
            Api.moved(Api.recipient(text), text, "accept");
            for (String member : List.of("b1", "b3")) {
                move(text, reviewer(member), "votes", Map.of("vote", "approve"))
                        .then()
                        .statusCode(200);
            }
            Api.moved(Api.recipient(text), text, "sign");
            JsonPath amended = Api.moved(Api.officer(), text, "sign");
            assertThat(amended.getInt("document.version")).isEqualTo(2);
            assertThat(amended.getString("state")).isEqualTo("ACTIVE");
            assertThat(amended.getString("receipts[-1].receipt.version")).isEqualTo("2");
            assertThat(Api.officer()
                            .get("/api/v1/agreements/" + text.uid() + "/versions")
                            .jsonPath()
                            .getList("state"))
                    .containsExactly("AMENDED", "ACTIVE");
        }
    }

    @Test
    void takesASignatureMadeOutside_andNoOther() throws Exception {
        try (TestFeed feed = new TestFeed("life-own-key")) {
            // Given a recipient with a key of its own
            AgreementDocument text =
                    Texts.with(Documents.buses("life-own-key", feed.id()), j -> j.put("assignee", "careful-county"));
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String open = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            refused(post(Api.officer(), "/parties/careful-county/keys", Map.of("publicKey", open)), 403, "not-allowed");
            refused(
                    post(Api.recipient(text), "/parties/careful-county/keys", Map.of("publicKey", "AAAA")),
                    400,
                    "bad-signing-key");
            String keyId = post(Api.recipient(text), "/parties/careful-county/keys", Map.of("publicKey", open))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("keyId");
            Api.draft(Json.text(text)).then().statusCode(201);
            Api.moved(Api.officer(), text, "offer");
            String hash = Api.moved(Api.recipient(text), text, "accept").getString("hash");

            // When / Then: the hub does not sign for it, and takes only what its key made over this hash
            refused(move(text, Api.recipient(text), "sign", null), 422, "signature-invalid");
            String other = HashSignature.sign("sha256:" + "0".repeat(64), pair.getPrivate());
            refused(sign(text, keyId, other), 422, "signature-invalid");
            refused(sign(text, "0123456789abcdef", other), 422, "unknown-signing-key");
            sign(text, keyId, HashSignature.sign(hash, pair.getPrivate()))
                    .then()
                    .statusCode(200);
            assertThat(Api.moved(Api.officer(), text, "sign").getString("state"))
                    .isEqualTo("ACTIVE");
        }
    }

    @Test
    void ofTwoAtOnce_oneWins_andTheOtherIsToldTheState() throws Exception {
        try (TestFeed feed = new TestFeed("life-race")) {
            for (int n = 0; n < 5; n++) {
                // Given an offer, and two officers of the recipient who do not know of each other
                AgreementDocument text = Documents.buses("life-race-" + n, feed.id());
                Api.draft(Json.text(text)).then().statusCode(201);
                Api.moved(Api.officer(), text, "offer");

                // When one accepts while the other refuses
                List<Response> answers = atOnce(
                        () -> move(text, Api.recipient(text), "accept", null),
                        () -> move(text, Api.recipient(text), "refuse", Map.of("reason", "no")));

                // Then
                List<Integer> statuses =
                        answers.stream().map(Response::statusCode).toList();
                String state = Api.officer()
                        .get("/api/v1/agreements/" + text.uid())
                        .jsonPath()
                        .getString("state");
                if (state.equals("REFUSED") && statuses.equals(List.of(200, 200))) {
                    // Accepted first, and an agreement that is accepted may still be refused before both have signed.
                    continue;
                }
                assertThat(statuses).containsExactly(409, 200);
                assertThat(state).isEqualTo("REFUSED");
                assertThat(answers.get(0).jsonPath().getString("detail")).contains("REFUSED");
            }
        }
    }

    @Test
    void theSameCommandTwiceAtOnce_isOneSignature() throws Exception {
        try (TestFeed feed = new TestFeed("life-twice")) {
            AgreementDocument text = Documents.buses("life-twice", feed.id());
            Api.draft(Json.text(text)).then().statusCode(201);
            Api.moved(Api.officer(), text, "offer");
            Api.moved(Api.recipient(text), text, "accept");
            Api.moved(Api.recipient(text), text, "sign");

            List<Response> answers = atOnce(
                    () -> move(text, Api.officer(), "sign", null), () -> move(text, Api.officer(), "sign", null));

            JsonPath view = Api.officer().get("/api/v1/agreements/life-twice").jsonPath();
            assertThat(view.getString("state")).isEqualTo("ACTIVE");
            assertThat(view.getList("signatures")).hasSize(2);
            assertThat(view.getList("history.state")).containsOnlyOnce("ACTIVE");
            assertThat(answers).anyMatch(a -> a.statusCode() == 200);
            answers.stream().filter(a -> a.statusCode() != 200).forEach(a -> refused(a, 409, "agreement-state"));
        }
    }

    @Test
    void aChild_onlyNarrows_andIsSignedUnderAParentInForce() {
        try (TestFeed feed = new TestFeed("life-tiers")) {
            AgreementDocument parent = Texts.with(Documents.buses("life-parent", feed.id()), j -> j.put("tier", "DSA"));
            AgreementDocument child =
                    Texts.with(Documents.buses("life-child", feed.id()), j -> j.put("inheritFrom", "life-parent"));
            AgreementDocument wider = Texts.with(child, j -> j.put("retentionDays", 90));
            Api.draft(Json.text(parent)).then().statusCode(201);
            Api.draft(Json.text(wider)).then().statusCode(201);

            refused(move(child, Api.officer(), "offer", null), 422, "agreement-widens");
            move(child, Api.officer(), "offer", Map.of("document", child))
                    .then()
                    .statusCode(200);
            Api.moved(Api.recipient(child), child, "accept");
            refused(move(child, Api.recipient(child), "sign", null), 409, "agreement-parent");
            assertThat(Api.signed(parent).getString("state")).isEqualTo("ACTIVE");
            Api.moved(Api.recipient(child), child, "sign");
            assertThat(Api.moved(Api.officer(), child, "sign").getString("state"))
                    .isEqualTo("ACTIVE");

            // And the parent is not amended below what it bounds
            AgreementDocument narrower = Texts.with(Texts.next(parent), j -> j.put("retentionDays", 7));
            move(parent, Api.officer(), "amend", Map.of("document", narrower))
                    .then()
                    .statusCode(200);
            Api.moved(Api.officer(), parent, "offer");
            Api.moved(Api.recipient(parent), parent, "accept");
            refused(move(parent, Api.recipient(parent), "sign", null), 422, "agreement-widens");
        }
    }

    @Test
    void takesEffect_atItsFirstSecond_byTheClock() {
        try (TestFeed feed = new TestFeed("life-later")) {
            Instant from = Api.soon();
            AgreementDocument text = Documents.of("life-later", feed.id(), Documents.FIELDS, List.of(), from, null);
            assertThat(Api.activated(text).getString("state")).isEqualTo("FINALIZED");
            await().atMost(SOON).until(() -> view(text).getString("state").equals("ACTIVE"));
            assertThat(Instant.now()).isAfterOrEqualTo(from);
            assertThat(view(text).getString("history[-1].by")).isEqualTo("clock");
            await().atMost(SOON).until(() -> !view(text).getList("receipts").isEmpty());
        }
    }

    @Test
    void isReadByItsParties_andListedForThemAlone() {
        try (TestFeed feed = new TestFeed("life-readers")) {
            AgreementDocument text = Documents.buses("life-readers", feed.id());
            Api.draft(Json.text(text)).then().statusCode(201);
            for (RequestSpecification reader : List.of(
                    Api.recipient(text),
                    as("ada", Roles.AUDITOR, Map.of()),
                    as("paul", Roles.PLANNER, Map.of("recipient", "city-planning")))) {
                assertThat(listed(reader)).contains("life-readers");
            }
            for (RequestSpecification other : List.of(
                    as("paul", Roles.PLANNER, Map.of()),
                    as("otto", Roles.DATA_OFFICER, Map.of("agency", "elsewhere")),
                    reviewer("b1"))) {
                assertThat(listed(other)).doesNotContain("life-readers");
            }
            refused(
                    as("otto", Roles.DATA_OFFICER, Map.of("agency", "elsewhere"))
                            .get("/api/v1/agreements/life-readers"),
                    403,
                    "not-allowed");
            refused(
                    as("otto", Roles.DATA_OFFICER, Map.of("agency", "Not An Id"))
                            .get("/api/v1/agreements/life-readers"),
                    403,
                    "not-allowed");
        }
    }

    private static List<String> listed(RequestSpecification reader) {
        return reader.get("/api/v1/agreements").jsonPath().getList("document.uid");
    }

    private static JsonPath view(AgreementDocument text) {
        return Api.officer().get("/api/v1/agreements/" + text.uid()).jsonPath();
    }

    private static List<String> inbox(RequestSpecification who, AgreementDocument text) {
        return who.get("/api/v1/inbox").jsonPath().getList("findAll { it.agreement == '" + text.uid() + "' }.command");
    }

    private static Response sign(AgreementDocument text, String keyId, String signature) {
        return move(text, Api.recipient(text), "sign", Map.of("keyId", keyId, "signature", signature));
    }

    private static RequestSpecification reviewer(String subject) {
        return as(subject, Roles.REVIEWER, Map.of());
    }

    private static RequestSpecification as(String subject, String role, Map<String, String> claims) {
        return given().auth().oauth2(Tokens.of(subject, Set.of(role), claims));
    }

    private static Response move(AgreementDocument text, RequestSpecification who, String move, Object body) {
        return post(who, "/agreements/" + text.uid() + "/" + move, body);
    }

    private static Response post(RequestSpecification who, String path, Object body) {
        RequestSpecification request =
                body == null ? who : who.contentType(ContentType.JSON).body(Json.text(body));
        return request.post("/api/v1" + path);
    }

    private static void refused(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    }

    private static List<Response> atOnce(Callable<Response> one, Callable<Response> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : threads.invokeAll(List.of(one, other))) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
