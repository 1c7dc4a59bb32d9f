package org.weir.consent.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.Tokens;
import org.weir.consent.ledger.audit.AuditReport;
import org.weir.consent.ledger.audit.LedgerAudit;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.note.VerifierKey;
import org.weir.consent.ledger.tree.Proof;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.http.Roles;
import org.weir.schemas.ledger.Checkpoint;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

/** From the ledger's topic to what an auditor and the public can check, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class LedgerIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    LedgerSigner signer;

    @Test
    void provesToAnybody_thatTheLedgerOnlyGrows_andThatALeafIsInIt() {
        // Given a feed that nobody may have, and the checkpoint that says so
        commit("proved-a");
        JsonPath first = covered();

        // When more is committed
        commit("proved-b");
        JsonPath second = covered();

        // Then
        long from = first.getLong("size");
        long to = second.getLong("size");
        assertThat(to).isGreaterThan(from);
        JsonPath consistency = get(given().queryParam("from", from).queryParam("to", to), "proofs/consistency");
        assertThat(Proof.isConsistent(
                        from, bytes(first.getString("root")), to, bytes(second.getString("root")), hashes(consistency)))
                .isTrue();
        JsonPath inclusion = get(given().queryParam("index", from).queryParam("size", to), "proofs/inclusion");
        assertThat(Proof.includes(
                        bytes(inclusion.getString("leafHash")),
                        from,
                        to,
                        hashes(inclusion),
                        bytes(second.getString("root"))))
                .isTrue();
        assertThat(second.getString("origin")).isEqualTo(signer.key().name());
        assertThat(given().accept("text/plain").get("/api/v1/ledger/checkpoint").asString())
                .startsWith(signer.key().name() + "\n");
    }

    @Test
    void givesTheWholeLedgerToAnAuditor_whichHolds_andToNobodyElse() throws IOException {
        commit("exported");
        covered();

        byte[] export = given().auth()
                .oauth2(Tokens.of("ada.auditor", Roles.AUDITOR))
                .get("/api/v1/ledger/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        VerifierKey key = VerifierKey.parse(given().get("/api/v1/ledger/key")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .strip());

        AuditReport report = new LedgerAudit(key).of(new ByteArrayInputStream(export));
        // Other tests write what cannot be read into the same ledger.
        assertThat(report.wrong()).allMatch(sentence -> sentence.contains("cannot be read"));
        assertThat(report.leaves()).isEqualTo(report.signed().size()).isPositive();
        given().get("/api/v1/ledger/export").then().statusCode(401);
        for (String token : List.of(
                Tokens.of("pia.planner", Roles.PLANNER),
                Tokens.of("olga", Set.of(Roles.DATA_OFFICER), Map.of("agency", "riverton-transit")))) {
            given().auth().oauth2(token).get("/api/v1/ledger/export").then().statusCode(403);
        }
    }

    @Test
    void tellsEntries_onlyToThoseWhomTheyConcern() {
        String agency = commit("concerned");
        JsonPath checkpoint = covered();
        long from = Math.max(0, checkpoint.getLong("size") - 500);

        List<Map<String, Object>> all = leaves(Tokens.of("ada.auditor", Roles.AUDITOR), from);
        List<Map<String, Object>> own =
                leaves(Tokens.of("olga", Set.of(Roles.DATA_OFFICER), Map.of("agency", agency)), from);

        assertThat(own).hasSameSizeAs(all);
        assertThat(own)
                .filteredOn(leaf -> leaf.get("entry") != null)
                .isNotEmpty()
                .allSatisfy(leaf -> assertThat(leaf.get("entry").toString()).contains("\"feed\":\"" + agency + '.'));
        assertThat(own)
                .allSatisfy(leaf -> assertThat(leaf.get("hash").toString()).hasSize(44));
        given().get("/api/v1/ledger/leaves").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("pia.planner", Roles.PLANNER))
                .get("/api/v1/ledger/leaves")
                .then()
                .statusCode(403);
    }

    @Test
    void tellsSums_onlyToThoseWhomTheyConcern() {
        String agency = commit("sums");

        assertThat(feedsOfSums("", Tokens.publisher(agency))).isNotEmpty().allMatch(feed -> feed.startsWith(agency));
        assertThat(feedsOfSums("", Tokens.of("ada.auditor", Roles.AUDITOR))).anyMatch(feed -> feed.startsWith(agency));
        for (String path : List.of("", "/daily")) {
            assertThat(feedsOfSums(
                            path, Tokens.of("pia", Set.of(Roles.PLANNER), Map.of("recipient", "nobody-in-particular"))))
                    .isEmpty();
            assertThat(feedsOfSums(path, Tokens.of("pia.planner", Roles.PLANNER)))
                    .isEmpty();
        }
    }

    private static List<String> feedsOfSums(String path, String token) {
        JsonPath answer = given().auth()
                .oauth2(token)
                .get("/api/v1/ledger" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return answer.getList(path.isEmpty() ? "balances.feed" : "feed", String.class);
    }

    @Test
    void refusesProofs_ofWhatIsNotSigned() {
        commit("refused");
        long size = covered().getLong("size");
        for (RequestSpecification wrong : List.of(
                given().queryParam("index", -1),
                given(),
                given().queryParam("index", size + 1_000),
                given().queryParam("index", 0).queryParam("size", size + 1_000_000))) {
            wrong.get("/api/v1/ledger/proofs/inclusion").then().statusCode(400);
        }
        for (RequestSpecification wrong : List.of(
                given(),
                given().queryParam("from", 2).queryParam("to", 1),
                given().queryParam("from", 0).queryParam("to", size + 1_000_000))) {
            wrong.get("/api/v1/ledger/proofs/consistency").then().statusCode(400);
        }
    }

    @Test
    void publishesEachCheckpoint_forEnforcersToSee() {
        commit("published");
        long size = covered().getLong("size");

        await().atMost(SOON).untilAsserted(() -> {
            List<ConsumerRecord<byte[], byte[]>> records = TestFeed.read(Topics.LEDGER_CHECKPOINTS.pattern());
            assertThat(records)
                    .extracting(record -> Json.TOLERANT.readValue(record.value(), Checkpoint.class))
                    .anySatisfy(checkpoint -> {
                        assertThat(checkpoint.origin()).isEqualTo(signer.key().name());
                        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(size);
                        assertThat(checkpoint.ledgerOffset()).isPositive();
                    });
        });
    }

    @Test
    void goesOn_afterARecordThatCannotBeRead() {
        commit("unreadable-before");
        long before = covered().getLong("size");
        KafkaSettings kafka = KafkaSettings.at(TestStack.shared().bootstrapServers());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer("test-ledger"))) {
            producer.send(new ProducerRecord<>(Topics.LEDGER.pattern(), "x", "{".getBytes(StandardCharsets.UTF_8)));
            producer.send(new ProducerRecord<>(Topics.LEDGER.pattern(), "x", null));
        }

        await().atMost(SOON).until(() -> covered().getLong("size") >= before + 2);
        commit("unreadable-after");
    }

    /** Lets a record be withheld; returns the agency once the sums tell of it. */
    private static String commit(String name) {
        try (TestFeed feed = new TestFeed(name)) {
            feed.positions(0, 20);
            await().atMost(SOON)
                    .until(() -> given().auth()
                                    .oauth2(Tokens.dataOfficer())
                                    .queryParam("feed", feed.id().value())
                                    .get("/api/v1/ledger")
                                    .jsonPath()
                                    .getList("balances")
                                    .size()
                            == 1);
            return feed.id().agency().value();
        }
    }

    /** The newest checkpoint, once it covers every leaf there was. */
    private static JsonPath covered() {
        String token = Tokens.of("ada.auditor", Roles.AUDITOR);
        await().atMost(SOON).until(() -> {
            long size = given().get("/api/v1/ledger/checkpoint").jsonPath().getLong("size");
            return leaves(token, size).isEmpty();
        });
        return given().get("/api/v1/ledger/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, Object>> leaves(String token, long from) {
        return given().auth()
                .oauth2(token)
                .queryParam("from", from)
                .queryParam("count", 500)
                .get("/api/v1/ledger/leaves")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
    }

    private static JsonPath get(RequestSpecification request, String path) {
        return request.get("/api/v1/ledger/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<byte[]> hashes(JsonPath proof) {
        return proof.<String>getList("path").stream().map(LedgerIT::bytes).toList();
    }

    private static byte[] bytes(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        assertThat(Arrays.equals(bytes, new byte[32])).isFalse();
        return bytes;
    }
}
