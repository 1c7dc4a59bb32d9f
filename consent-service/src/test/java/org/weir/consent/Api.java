package org.weir.consent;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;

/** What a data officer does over HTTP. */
public final class Api {
    private static final Duration SOON = Duration.ofSeconds(8);

    /** How long the last agreement took from its draft until it was signed; of the first one nobody knows. */
    private static volatile Duration lastActivation = Duration.ofSeconds(4);

    private Api() {}

    /** A moment for which a test waits, and before which this machine, be it slow, has an agreement in force. */
    public static Instant soon() {
        Duration many = lastActivation.multipliedBy(5);
        return Instant.now().plus(many.compareTo(SOON) > 0 ? many : SOON);
    }

    public static RequestSpecification officer() {
        return given().auth().oauth2(Tokens.dataOfficer());
    }

    public static Response draft(String json) {
        return officer().contentType(ContentType.JSON).body(json).post("/api/v1/agreements");
    }

    public static RequestSpecification recipient(AgreementDocument document) {
        return given().auth().oauth2(Tokens.recipientOfficer(document.assignee().value()));
    }

    /** Drafted and offered by the agency, accepted and signed by the recipient, signed by the agency. */
    public static JsonPath activated(AgreementDocument document) {
        long from = System.nanoTime();
        draft(Json.text(document)).then().statusCode(201);
        JsonPath active = signed(document);
        lastActivation = Duration.ofNanos(System.nanoTime() - from);
        return active;
    }

    /** A draft that is there, offered, accepted and signed by both; the answer to the last signature. */
    public static JsonPath signed(AgreementDocument document) {
        moved(officer(), document, "offer");
        moved(recipient(document), document, "accept");
        moved(recipient(document), document, "sign");
        return moved(officer(), document, "sign");
    }

    /** A move without a body. */
    public static JsonPath moved(RequestSpecification who, AgreementDocument document, String move) {
        return who.post("/api/v1/agreements/" + document.uid() + "/" + move)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath revoked(AgreementDocument document) {
        return officer()
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"test\"}")
                .post("/api/v1/agreements/" + document.uid() + "/revoke")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath ledger(FeedId feed) {
        return officer()
                .queryParam("feed", feed.value())
                .get("/api/v1/ledger")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
