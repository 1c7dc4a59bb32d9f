package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.receipt.ReceiptSeal;
import org.weir.consent.topic.Json;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.topic.Topics;

/**
 * A memorandum, a data sharing agreement and a licence between two agencies, from the first draft to the closed file:
 * through the API alone, by each party's own officers, and after each step with what flows.
 */
@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class NegotiationJourneyIT {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final String AGENCY = "journey-transit";
    /** Nobody else's: it registers a key of its own, and then the hub signs for it no more. */
    private static final String RECIPIENT = "journey-planning";

    private static final List<String> MEMBERS = List.of("ann", "ben", "cyd");

    private final Desk agency = Desk.officerOfAgency("dana.agency", AGENCY);
    private final Desk recipient = Desk.officerOfRecipient("rita.recipient", RECIPIENT);
    private final Desk hub = Desk.of("hedy.hub", Roles.DATA_OFFICER);
    private int sent;
    private KeyPair ownKey;
    private String ownKeyId;

    @Test
    void goesTheWholeWay_fromAMemorandumToACertificateOfDestruction() throws Exception {
        try (TestFeed feed = new TestFeed(AGENCY)) {
            hub.does(
                    "/boards",
                    Map.of(
                            "id",
                            "journey-board",
                            "name",
                            "Privacy board",
                            "members",
                            MEMBERS,
                            "quorum",
                            2,
                            "reviewDays",
                            14));

            // A memorandum: the board approves, both sign, and still nothing flows.
            agency.does("/agreements", text("journey-mou", "MOU", null, feed));
            agency.moves("journey-mou", "offer");
            recipient.moves("journey-mou", "accept");
            assertThat(agency.stateOf("journey-mou")).isEqualTo("IN_REVIEW");
            vote("journey-mou", "ann", "approve");
            assertThat(vote("journey-mou", "ben", "approve").getString("state")).isEqualTo("AGREED");
            sign("journey-mou");
            publish(feed, 20);
            awaitWithheld(feed, null, "no-agreement", 20);

            // A data sharing agreement: asked for, countered, signed with a key of the recipient's own.
            recipient.does("/agreements", text("journey-dsa", "DSA", "journey-mou", feed));
            recipient.moves("journey-dsa", "request");
            recipient.isRefused("/agreements/journey-dsa/accept", Map.of(), "agreement-state");
            agency.does("/agreements/journey-dsa/offer", Map.of("document", sharing("journey-dsa", feed)));
            recipient.moves("journey-dsa", "accept");
            vote("journey-dsa", "cyd", "approve");
            vote("journey-dsa", "ann", "approve");
            registerOwnKey();
            sign("journey-dsa");

            // A licence that widens is refused by its clause; one that narrows goes its way.
            ObjectNode wider = licence("journey-dul", feed);
            wider.put("purpose", "public-service");
            recipient.does("/agreements", wider.toString());
            assertThat(recipient
                            .isRefused("/agreements/journey-dul/request", Map.of(), "agreement-widens")
                            .getString("detail"))
                    .contains("purpose");
            recipient.does("/agreements/journey-dul/request", Map.of("document", licence("journey-dul", feed)));
            agency.moves("journey-dul", "accept");
            vote("journey-dul", "ben", "approve");
            vote("journey-dul", "cyd", "approve");
            // A move that shares nothing is not waited for by anybody: it is heard of within moments.
            await().atMost(SOON).untilAsserted(() -> {
                publish(feed, 10);
                assertThat(withheld(feed, "journey-dul", "not-in-force")).isPositive();
            });
            awaitCounted(feed);
            sign("journey-dul");
            publish(feed, 100);
            await().atMost(SOON).until(() -> shared(feed).size() == 100);
            assertThat(paths(shared(feed).get(0))).containsExactlyInAnyOrder("vehicle.id", "stopId", "timestamp");
            assertThat(vehicle(shared(feed).get(0))).hasSize(22);

            // It rests, and goes on.
            agency.does("/agreements/journey-dul/suspend", Map.of("reason", "a look at it"));
            publish(feed, 30);
            awaitWithheld(feed, "journey-dul", "agreement-suspended", 30);
            agency.moves("journey-dul", "resume");
            publish(feed, 5);
            await().atMost(SOON).until(() -> shared(feed).size() == 105);

            // It is amended to less: the old form ends with the receipt.
            ObjectNode less = licence("journey-dul", feed);
            less.put("version", 2).put("supersedes", 1);
            less.withObject("/target").putArray("fields").add("stopId").add("timestamp");
            less.putArray("obligations");
            agency.does("/agreements/journey-dul/amend", Map.of("document", less));
            agency.moves("journey-dul", "offer");
            recipient.moves("journey-dul", "accept");
            vote("journey-dul", "ann", "approve");
            vote("journey-dul", "ben", "approve");
            sign("journey-dul");
            await().atMost(SOON)
                    .until(() -> agency.reads("/agreements/journey-dul").getInt("document.version") == 2);
            await().atMost(SOON).until(() -> !agency.reads("/agreements/journey-dul/receipts")
                    .getList("findAll { it.receipt.version == 2 }")
                    .isEmpty());
            publish(feed, 40);
            await().atMost(SOON).until(() -> shared(feed).size() == 145);
            assertThat(shared(feed).stream()
                            .filter(each -> !paths(each).contains("vehicle.id"))
                            .count())
                    .isEqualTo(40);

            // It is revoked: a signed receipt, and not one record more.
            JsonPath receipt = agency.does("/agreements/journey-dul/revoke", Map.of("reason", "enough"));
            assertThat(verified(receipt)).isTrue();
            publish(feed, 60);
            awaitWithheld(feed, "journey-dul", "agreement-revoked", 60);

            // What was shared is destroyed, certified and put away.
            awaitState("journey-dul", "DESTRUCTION_DUE");
            assertThat(shared(feed)).isEmpty();
            agency.isRefused("/agreements/journey-dul/close", Map.of(), "agreement-state");
            recipient.does(
                    "/agreements/journey-dul/certificate", Map.of("destroyed", Map.of("reports", 3), "note", ""));
            assertThat(agency.stateOf("journey-dul")).isEqualTo("DESTRUCTION_CERTIFIED");
            agency.moves("journey-dul", "close");
            assertThat(agency.stateOf("journey-dul")).isEqualTo("CLOSED");

            // With the memorandum ends what stands on it.
            agency.does("/agreements/journey-mou/revoke", Map.of("reason", "the programme is over"));
            await().atMost(SOON).until(() -> "TERMINATED"
                    .equals(agency.reads("/agreements/journey-dsa").getString("endedAs")));
            JsonPath ledger = Api.ledger(feed.id());
            assertThat(ledger.<Boolean>getList("balances.balanced")).doesNotContain(false);
            awaitCounted(feed);
        }
    }

    private String text(String id, String tier, String parent, TestFeed feed) {
        return document(id, tier, parent, feed).toString();
    }

    /** The terms of all three: a board, a purpose, no more than that. */
    private static ObjectNode document(String id, String tier, String parent, TestFeed feed) {
        ObjectNode json = Json.STRICT.valueToTree(Documents.of(id, feed.id(), Documents.FIELDS, List.of(), null, null));
        json.put("assignee", RECIPIENT).put("tier", tier).put("reviewBoard", "journey-board");
        if (parent != null) {
            json.put("inheritFrom", parent);
        }
        if (tier.equals("MOU")) {
            json.remove("target");
            json.put("purpose", "transport-planning");
        }
        return json;
    }

    private static ObjectNode sharing(String id, TestFeed feed) {
        ObjectNode json = document(id, "DSA", "journey-mou", feed);
        json.withObject("/target")
                .putArray("fields")
                .add("vehicle.id")
                .add("stopId")
                .add("timestamp");
        return json;
    }

    private static ObjectNode licence(String id, TestFeed feed) {
        ObjectNode json = sharing(id, feed);
        json.put("tier", "DUL").put("inheritFrom", "journey-dsa");
        json.putArray("obligations").addObject().put("action", "pseudonymise").put("field", "vehicle.id");
        return json;
    }

    private JsonPath vote(String agreement, String member, String vote) {
        return Desk.of(member, Roles.REVIEWER)
                .does("/agreements/" + agreement + "/votes", Map.of("vote", vote, "comment", "as discussed"));
    }

    /** The recipient signs first: with its own key from the day on which it registered one, till then with the hub's. */
    private void sign(String agreement) throws GeneralSecurityException {
        if (ownKey == null) {
            recipient.moves(agreement, "sign");
        } else {
            signWithOwnKey(agreement);
        }
        agency.moves(agreement, "sign");
        awaitState(agreement, "ACTIVE");
    }

    private void registerOwnKey() throws GeneralSecurityException {
        ownKey = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String publicKey = Base64.getEncoder().encodeToString(ownKey.getPublic().getEncoded());
        ownKeyId = recipient
                .does("/parties/" + RECIPIENT + "/keys", Map.of("publicKey", publicKey))
                .getString("keyId");
    }

    private void signWithOwnKey(String agreement) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(ownKey.getPrivate());
        JsonPath view = recipient.reads("/agreements/" + agreement);
        String proposed = view.getString("proposed.hash");
        String hash = proposed == null ? view.getString("hash") : proposed;
        signer.update(hash.getBytes(StandardCharsets.UTF_8));
        recipient.does(
                "/agreements/" + agreement + "/sign",
                Map.of("keyId", ownKeyId, "signature", Base64.getEncoder().encodeToString(signer.sign())));
    }

    private void publish(TestFeed feed, int records) {
        feed.positions(sent, sent + records);
        sent += records;
    }

    private void awaitState(String agreement, String state) {
        await().atMost(SOON).until(() -> agency.stateOf(agreement).equals(state));
    }

    private static void awaitWithheld(TestFeed feed, String agreement, String reason, int records) {
        await().atMost(SOON).untilAsserted(() -> assertThat(withheld(feed, agreement, reason))
                .isEqualTo(records));
    }

    /** Waits until the ledger knows of every record that was published. */
    private void awaitCounted(TestFeed feed) {
        await().atMost(SOON).untilAsserted(() -> assertThat(accepted(feed)).isEqualTo(sent));
    }

    private static int accepted(TestFeed feed) {
        return Api.ledger(feed.id()).<Integer>getList("balances.accepted").stream()
                .mapToInt(n -> n)
                .sum();
    }

    private static int withheld(TestFeed feed, String agreement, String reason) {
        String which = agreement == null ? "null" : "'" + agreement + "'";
        return Api.ledger(feed.id())
                .<List<Map<String, Integer>>>get("balances.findAll { it.agreement == " + which + " }.withheld")
                .stream()
                .mapToInt(each -> each.getOrDefault(reason, 0))
                .sum();
    }

    private static List<ConsumerRecord<byte[], byte[]>> shared(TestFeed feed) {
        return TestFeed.read(Topics.shared(new RecipientId(RECIPIENT), new AgreementId("journey-dul"), feed.id()));
    }

    private static TreeSet<String> paths(ConsumerRecord<byte[], byte[]> record) {
        return SharingIT.paths(json(record));
    }

    private static String vehicle(ConsumerRecord<byte[], byte[]> record) {
        return json(record).path("vehicle").path("id").asText();
    }

    private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.STRICT.readTree(record.value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** With nothing but what the hub publishes: its public key. */
    private boolean verified(JsonPath receipt) throws GeneralSecurityException {
        String keyId = receipt.getString("keyId");
        String published = Desk.of("anybody", Roles.AUDITOR)
                .reads("/keys")
                .getString("find { it.keyId == '" + keyId + "' }.publicKey");
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(published)));
        return ReceiptSeal.verifies(Json.text(receipt.getMap("receipt")), receipt.getString("signature"), key);
    }
}
