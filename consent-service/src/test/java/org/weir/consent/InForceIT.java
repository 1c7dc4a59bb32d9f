package org.weir.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.receipt.ReceiptSeal;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class InForceIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void sharesNothing_afterTheReceiptOfASuspension_andGoesOnWhereItRested() throws Exception {
        try (TestFeed feed = new TestFeed("suspended")) {
            // Given
            AgreementDocument agreement = Documents.buses("suspended", feed.id());
            Api.activated(agreement);
            feed.positions(0, 100);
            await().atMost(SOON).until(() -> records(agreement, feed.id()).size() == 100);

            // When it rests and records come
            String suspended = Officers.ofAgency(agreement)
                    .does(agreement, "suspend")
                    .statusCode(200)
                    .extract()
                    .asString();
            feed.positions(100, 200);

            // Then they are withheld and counted, and the receipt's offsets stay the last
            await().atMost(SOON).until(() -> withheld(agreement, feed.id(), "agreement-suspended") == 100);
            JsonNode receipt = Json.STRICT.readTree(suspended).path("receipt");
            assertThat(receipt.path("state").asText()).isEqualTo("SUSPENDED");
            assertThat(receipt.path("shared").get(0).path("topic").asText()).isEqualTo(topic(agreement, feed.id()));
            List<ConsumerRecord<byte[], byte[]>> shared = records(agreement, feed.id());
            assertThat(shared)
                    .hasSize(100)
                    .allMatch(each -> each.offset()
                            < receipt.path("shared")
                                    .get(0)
                                    .path("endOffsets")
                                    .path(Integer.toString(each.partition()))
                                    .asLong());
            // And anybody can check the receipt
            assertThat(signed(suspended)).isTrue();
            assertThat(signed(suspended.replace("SUSPENDED", "ACTIVE"))).isFalse();

            // When it goes on
            Officers.ofAgency(agreement)
                    .does(agreement, "resume")
                    .statusCode(200)
                    .body("receipt.state", equalTo("ACTIVE"));
            feed.positions(200, 300);

            // Then what came meanwhile is not delivered later
            await().atMost(SOON).until(() -> records(agreement, feed.id()).size() >= 200);
            await().atMost(SOON).untilAsserted(() -> assertThat(Api.ledger(feed.id())
                            .<Integer>get("balances.find { it.agreement == 'suspended' }.accepted"))
                    .isEqualTo(300));
            assertThat(records(agreement, feed.id())).hasSize(200);
            Officers.hub()
                    .gets("/api/v1/agreements/suspended/receipts")
                    .statusCode(200)
                    .body("receipt.state", org.hamcrest.Matchers.hasItems("SUSPENDED", "ACTIVE"));
        }
    }

    @Test
    void withdraws_byTheRecipientAlone() {
        try (TestFeed feed = new TestFeed("withdrawn")) {
            AgreementDocument agreement = Documents.buses("withdrawn", feed.id());
            Api.activated(agreement);
            Officers.ofAgency(agreement)
                    .does(agreement, "withdraw")
                    .statusCode(403)
                    .body("detail", containsString("recipient"));
            Officers.ofRecipient("somebody-else").does(agreement, "withdraw").statusCode(403);

            Officers.ofRecipient("city-planning")
                    .does(agreement, "withdraw")
                    .statusCode(200)
                    .body("receipt.state", equalTo("WITHDRAWN"));
            feed.positions(0, 50);

            await().atMost(SOON).until(() -> withheld(agreement, feed.id(), "agreement-withdrawn") == 50);
            assertThat(records(agreement, feed.id())).isEmpty();
        }
    }

    @Test
    void terminates_byEitherParty_andNoCommandGoesOnFromThere() {
        try (TestFeed feed = new TestFeed("terminated")) {
            AgreementDocument agreement = Documents.buses("terminated", feed.id());
            Api.activated(agreement);

            Officers.ofRecipient("city-planning")
                    .does(agreement, "terminate")
                    .statusCode(200)
                    .body("receipt.state", equalTo("TERMINATED"));

            feed.positions(0, 50);
            await().atMost(SOON).until(() -> withheld(agreement, feed.id(), "agreement-terminated") == 50);
            for (String command : List.of("suspend", "resume", "rotate-keys", "revoke")) {
                Officers.ofAgency(agreement)
                        .does(agreement, command)
                        .statusCode(409)
                        .body("code", equalTo("agreement-state"));
            }
        }
    }

    @Test
    void givesEverybodyAnotherPseudonym_onceKeysWereRotated() {
        try (TestFeed feed = new TestFeed("rotated")) {
            // Given pseudonyms of fifty vehicles
            AgreementDocument agreement = Documents.buses("rotated", feed.id());
            Api.activated(agreement);
            feed.positions(0, 50);
            await().atMost(SOON).until(() -> records(agreement, feed.id()).size() == 50);
            Set<String> before = pseudonyms(records(agreement, feed.id()));

            // When
            Officers.ofAgency(agreement).does(agreement, "rotate-keys").statusCode(200);
            feed.positions(50, 100);

            // Then the same fifty have other names, and not one of the old
            await().atMost(SOON).until(() -> records(agreement, feed.id()).size() == 100);
            List<ConsumerRecord<byte[], byte[]>> all = records(agreement, feed.id());
            assertThat(before).hasSize(50);
            assertThat(pseudonyms(all)).hasSize(100).containsAll(before);
        }
    }

    private static boolean signed(String receipt) throws Exception {
        JsonNode signed = Json.STRICT.readTree(receipt);
        Map<String, String> key = given().get("/api/v1/keys")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("find { it.keyId == '" + signed.path("keyId").asText() + "' }");
        PublicKey hub = SigningKey.publicKey(key.get("publicKey"));
        return ReceiptSeal.verifies(
                signed.path("receipt").toString(), signed.path("signature").asText(), hub);
    }

    private static Set<String> pseudonyms(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(each -> new String(each.key(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(AgreementDocument agreement, FeedId feed) {
        return TestFeed.read(topic(agreement, feed));
    }

    private static String topic(AgreementDocument agreement, FeedId feed) {
        return Topics.shared(agreement.assignee(), agreement.uid(), feed);
    }

    private static int withheld(AgreementDocument agreement, FeedId feed, String reason) {
        Integer n = Api.ledger(feed)
                .get("balances.find { it.agreement == '" + agreement.uid() + "' }?.withheld?.get('" + reason + "')");
        return n == null ? 0 : n;
    }
}
