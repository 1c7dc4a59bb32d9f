package org.weir.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.odrl.Odrl;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;

/** The document over HTTP: checked, compared, as a policy, and in the register. */
@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class DocumentIT {
    private TestFeed feed;

    @BeforeEach
    void register(TestInfo test) {
        feed = new TestFeed("document-"
                + test.getTestMethod().orElseThrow().getName().split("_")[0].toLowerCase(java.util.Locale.ROOT));
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void checks_aText_andNamesEveryClause() {
        AgreementDocument document = Documents.buses("checked", feed.id());
        check(Json.STRICT.valueToTree(document))
                .body("findings.size()", equalTo(0))
                .body("hash", equalTo(ContentHash.of(document)))
                .body("plainLanguage.size()", not(equalTo(0)));

        ObjectNode wrong = Json.STRICT.valueToTree(document);
        wrong.put("purpose", "marketing").put("inheritFrom", "no-such-parent");
        check(wrong)
                .body("findings.clause", hasItem("purpose"))
                .body("findings.code", hasItem("agreement-unknown-purpose"))
                .body("findings.clause", hasItem("inheritFrom"));

        wrong.put("loophole", true);
        check(wrong).body("findings[0].code", equalTo("agreement-unreadable")).body("hash", nullValue());
    }

    @Test
    void takesAPolicyOfOdrl_andGivesTheSameBack() {
        AgreementDocument document = Documents.buses("policy-" + feed.id().agency(), feed.id());
        String policy = Odrl.write(Json.STRICT.valueToTree(document)).toString();

        policy().body(policy).post("/api/v1/agreements").then().statusCode(201);
        String back = Api.officer()
                .accept(Odrl.MEDIA_TYPE)
                .get("/api/v1/agreements/" + document.uid())
                .then()
                .statusCode(200)
                .contentType(containsString(Odrl.MEDIA_TYPE))
                .extract()
                .asString();

        assertThat(back).isEqualTo(policy);
        Api.officer()
                .get("/api/v1/agreements/" + document.uid())
                .then()
                .body("hash", equalTo(ContentHash.of(document)));
        policy().body(policy.replace("\"conflict\"", "\"odrl:industry\":\"x\",\"conflict\""))
                .post("/api/v1/agreements")
                .then()
                .statusCode(422)
                .body("code", equalTo("agreement-unknown-term"));
    }

    @Test
    void shows_whatRuns_andNoDraft_toEverybody() {
        AgreementDocument runs = Documents.buses("public-" + feed.id().agency(), feed.id());
        Api.activated(runs);
        AgreementDocument draft = Documents.buses("secret-" + feed.id().agency(), feed.id());
        Api.draft(Json.text(draft)).then().statusCode(201);

        await().untilAsserted(() -> given().get("/api/v1/register")
                .then()
                .statusCode(200)
                .body("dataset.identifier", hasItem(runs.uid().value()))
                .body("dataset.identifier", not(hasItem(draft.uid().value()))));
        String tag = given().get("/api/v1/register").then().extract().header("ETag");
        given().header("If-None-Match", tag).get("/api/v1/register").then().statusCode(304);
        given().get("/api/v1/context/1.jsonld").then().statusCode(200).body(containsString("odrl"));
    }

    /** The client does not know the media type; it is text to it. */
    private static RequestSpecification policy() {
        return Api.officer()
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs(Odrl.MEDIA_TYPE, ContentType.TEXT)))
                .contentType(Odrl.MEDIA_TYPE);
    }

    private static ValidatableResponse check(JsonNode document) {
        return Api.officer()
                .contentType(ContentType.JSON)
                .body("{\"document\":" + document + "}")
                .post("/api/v1/agreements/check")
                .then()
                .statusCode(200);
    }
}
