package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.seal.Seal;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class DestructionIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path keys;

    @Test
    void deletesTheSharedTopicToItsEnd_afterTheReceipt_andDemandsACertificate() throws Exception {
        try (TestFeed feed = new TestFeed("destroyed")) {
            // Given
            AgreementDocument agreement = Documents.buses("destroyed", feed.id());
            String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
            Api.activated(agreement);
            feed.positions(0, 100);
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() == 100);

            // When
            Officers.ofAgency(agreement).does(agreement, "revoke").statusCode(200);

            // Then the topic is empty and the recipient is told until when
            await().atMost(SOON).until(() -> state(agreement).equals("DESTRUCTION_DUE"));
            assertThat(TestFeed.read(topic)).isEmpty();
            await().atMost(SOON).until(() -> notice(agreement).hasNonNull("destroyBy"));
            JsonNode notice = notice(agreement);
            assertThat(notice.path("endedAs").asText()).isEqualTo("REVOKED");
            assertThat(Instant.parse(notice.path("destroyBy").asText()))
                    .isAfter(Instant.now().plus(Duration.ofDays(6)));
            Officers.ofAgency(agreement)
                    .does(agreement, "close")
                    .statusCode(409)
                    .body("detail", containsString("DESTRUCTION_DUE"));

            // When somebody who may write the topic certifies for the recipient, and garbage comes
            SigningKey service = SigningKey.open(keys, "certificates");
            SigningKey stranger = SigningKey.open(keys, "stranger");
            Officers.ofRecipient("city-parking")
                    .posts("/api/v1/parties/city-parking/keys", key(stranger, "certificates"))
                    .statusCode(200);
            Officers.ofRecipient("city-planning")
                    .posts("/api/v1/parties/city-planning/keys", key(stranger, "nothing"))
                    .statusCode(400);
            certify(agreement, "null", service);
            certify(agreement, "{\"agreement\":\"destroyed\"}", service);
            certify(agreement, Json.text(certificate(agreement, agreement.assignee(), "a stranger")), stranger);
            certify(
                    agreement,
                    Json.text(certificate(agreement, new RecipientId("city-parking"), "a stranger")),
                    stranger);
            // And the recipient's own service, whose key is registered only then, by its officer
            certify(
                    agreement,
                    Json.text(certificate(agreement, agreement.assignee(), "dashboard of city-planning")),
                    service);
            certify(agreement, Json.text(certificate(agreement, agreement.assignee(), "somebody later")), service);
            Officers.ofRecipient("city-planning")
                    .posts("/api/v1/parties/city-planning/keys", key(service, "certificates"))
                    .statusCode(200)
                    .body("use", equalTo("certificates"));

            // Then
            await().atMost(SOON).until(() -> state(agreement).equals("DESTRUCTION_CERTIFIED"));
            Officers.ofAgency(agreement)
                    .does(agreement, "close")
                    .statusCode(200)
                    .body("state", equalTo("CLOSED"))
                    .body("endedAs", equalTo("REVOKED"))
                    .body("certificate.certifiedBy", equalTo("dashboard of city-planning"))
                    .body("certificate.destroyed.segment_speed", equalTo(12));
            // And asking again for what was revoked gives the receipt of then
            Officers.ofAgency(agreement)
                    .does(agreement, "revoke")
                    .statusCode(200)
                    .body("receipt.state", equalTo("REVOKED"));
        }
    }

    @Test
    void takesACertificate_fromTheRecipientsOfficerAlone() {
        try (TestFeed feed = new TestFeed("certified")) {
            AgreementDocument agreement = Documents.buses("certified", feed.id());
            String body = "{\"destroyed\":{\"files\":3},\"note\":\"shredded\"}";
            Api.activated(agreement);
            Officers.ofRecipient("city-planning")
                    .does(agreement, "certificate", body)
                    .statusCode(409);
            Officers.ofAgency(agreement).does(agreement, "revoke").statusCode(200);
            await().atMost(SOON).until(() -> state(agreement).equals("DESTRUCTION_DUE"));

            Officers.ofAgency(agreement).does(agreement, "certificate", body).statusCode(403);
            Officers.ofRecipient("city-planning")
                    .does(agreement, "certificate", "{\"destroyed\":{}}")
                    .statusCode(400)
                    .body("code", equalTo("missing-field"));
            Officers.ofRecipient("city-planning")
                    .does(agreement, "certificate", "{\"destroyed\":{\"files\":-1}}")
                    .statusCode(400);
            Officers.ofRecipient("city-planning")
                    .does(agreement, "certificate", body)
                    .statusCode(200)
                    .body("state", equalTo("DESTRUCTION_CERTIFIED"))
                    .body("certificate.certifiedBy", equalTo("rita.recipient: shredded"));
        }
    }

    @Test
    void isHeardAgain_whereARecipientWroteOverTheHubsNotice() throws Exception {
        try (TestFeed feed = new TestFeed("hidden")) {
            // Given
            AgreementDocument agreement = Documents.buses("hidden", feed.id());
            Api.activated(agreement);
            ConsumerRecord<byte[], byte[]> inForce = lastNotice(agreement);
            Officers.ofAgency(agreement).does(agreement, "revoke").statusCode(200);
            await().atMost(SOON).until(() -> state(agreement).equals("DESTRUCTION_DUE"));
            await().atMost(SOON).until(() -> notice(agreement).hasNonNull("destroyBy"));
            byte[] said = lastNotice(agreement).value();
            PublicKey hub = Seal.publicKey(
                    Api.officer().get("/api/v1/keys").jsonPath().getString("find { it.use == 'receipts' }.publicKey"));
            assertThat(isSigned(lastNotice(agreement), hub)).isTrue();

            for (ProducerRecord<String, byte[]> hiding : List.of(
                    // When it is taken away, replaced, or followed by an older notice of the hub's own
                    hiding(agreement, null, null),
                    hiding(agreement, "{}".getBytes(), null),
                    hiding(agreement, inForce.value(), inForce))) {
                long offset = send(hiding);

                // Then the hub has the last word
                await().atMost(SOON).untilAsserted(() -> {
                    ConsumerRecord<byte[], byte[]> last = lastNotice(agreement);
                    assertThat(last.offset()).isGreaterThan(offset);
                    assertThat(last.value()).isEqualTo(said);
                    assertThat(isSigned(last, hub)).isTrue();
                });
            }
        }
    }

    private static boolean isSigned(ConsumerRecord<byte[], byte[]> record, PublicKey hub) {
        String signature =
                new String(record.headers().lastHeader(Headers.SIGNATURE).value());
        return Seal.verifies(record.value(), signature, hub);
    }

    private static ProducerRecord<String, byte[]> hiding(
            AgreementDocument agreement, byte[] value, ConsumerRecord<byte[], byte[]> like) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.OBLIGATIONS.pattern(), agreement.uid().value(), value);
        if (like != null) {
            like.headers().forEach(record.headers()::add);
        }
        return record;
    }

    private static long send(ProducerRecord<String, byte[]> record) throws Exception {
        KafkaSettings kafka = KafkaSettings.at(TestStack.shared().bootstrapServers());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer("recipient"))) {
            return producer.send(record).get().offset();
        }
    }

    private static ConsumerRecord<byte[], byte[]> lastNotice(AgreementDocument agreement) {
        ConsumerRecord<byte[], byte[]> last = null;
        for (var each : TestFeed.read(Topics.OBLIGATIONS.pattern())) {
            if (agreement.uid().value().equals(new String(each.key()))) {
                last = each;
            }
        }
        return last;
    }

    private static String state(AgreementDocument agreement) {
        return Api.officer()
                .get("/api/v1/agreements/" + agreement.uid())
                .jsonPath()
                .getString("state");
    }

    private static JsonNode notice(AgreementDocument agreement) throws Exception {
        JsonNode last = Json.STRICT.createObjectNode();
        for (var each : TestFeed.read(Topics.OBLIGATIONS.pattern())) {
            if (agreement.uid().value().equals(new String(each.key()))) {
                last = Json.STRICT.readTree(each.value());
            }
        }
        return last;
    }

    private static String key(SigningKey key, String use) {
        return "{\"publicKey\":\"" + key.publicText() + "\",\"use\":\"" + use + "\"}";
    }

    private static DestructionCertificate certificate(AgreementDocument agreement, RecipientId recipient, String by) {
        return new DestructionCertificate(
                agreement.uid(), recipient, 7, Map.of("segment_speed", 12L), by, Instant.now());
    }

    private static void certify(AgreementDocument agreement, String certificate, SigningKey by) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.OBLIGATIONS.pattern(), agreement.uid() + "/certificate", certificate.getBytes());
        record.headers()
                .add(Headers.SIGNATURE, Seal.sign(record.value(), by.secret()).getBytes());
        send(record);
    }
}
