package org.weir.dashboard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

class NoticeGateTest {
    private static final TopicPartition NOTICES = new TopicPartition("obligations", 0);

    private final TestHub hub = new TestHub();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<AgreementNotice> passed = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> sent = new ArrayList<>();
    private volatile String published;
    private HttpServer consent;
    private NoticeGate gate;
    private long offset;
    private long later = System.nanoTime();

    @BeforeEach
    void beginsToRead() throws IOException {
        consent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        consent.createContext("/api/v1/keys", exchange -> {
            byte[] body = (published == null ? "" : published).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(published == null ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        consent.start();
        URI address = URI.create("http://127.0.0.1:" + consent.getAddress().getPort());
        HubKeys keys = new HubKeys(List.of(), address, TestHub.JSON);
        gate = new NoticeGate(new SignedNotices(keys, TestHub.JSON, meters), consumer, NOTICES);
        consumer.assign(List.of(NOTICES));
        consumer.updateBeginningOffsets(Map.of(NOTICES, 0L));
    }

    @AfterEach
    void ends() {
        consent.stop(0);
    }

    @Test
    void lets_whatTheHubSigned() {
        publish("receipts");
        comes("a", notice("a", 1), hub);

        polls();

        assertThat(passed).containsExactly(notice("a", 1));
        assertThat(passedOver()).isZero();
    }

    @Test
    void passesOver_andCounts_whatTheHubDidNotSign() {
        publish("receipts");
        byte[] value = bytes(notice("a", 2));
        comes("a", value, List.of());
        comes("a", notice("a", 2), new TestHub());
        comes("a", bytes(notice("a", 3)), hub.signs(value));
        comes("b", notice("a", 4), hub);

        polls();

        assertThat(passed).isEmpty();
        assertThat(passedOver()).isEqualTo(4);
        assertThat(consumer.position(NOTICES)).as("none of them is waited for").isEqualTo(4);
    }

    @Test
    void waits_untilTheKeysCanBeHad_andThenLetsEachInItsTurn() {
        comes("a", notice("a", 1), hub);
        comes("b", notice("b", 2), hub);

        polls();
        polls();
        assertThat(passed).isEmpty();
        assertThat(consumer.position(NOTICES)).as("held at the first").isZero();

        publish("ledger");
        polls();
        assertThat(passed).as("no key that signs notices").isEmpty();

        publish("receipts");
        polls();
        assertThat(passed).containsExactly(notice("a", 1), notice("b", 2));
        assertThat(passedOver()).isZero();
    }

    @Test
    void asksAgain_forAKeyThatItDoesNotKnow() {
        publish("receipts");
        comes("a", notice("a", 1), hub);
        polls();
        TestHub next = new TestHub();
        published = "[" + key("receipts", hub) + "," + key("receipts", next) + "]";

        comes("a", notice("a", 2), next);
        comes("a", notice("a", 3), hub);
        polls();

        assertThat(passed).extracting(AgreementNotice::epoch).containsExactly(1L, 2L, 3L);
    }

    @Test
    void believesTheKeysThatItWasTold_andAsksNobody() throws IOException {
        HubKeys told = new HubKeys(List.of(hub.publicKey()), URI.create("http://127.0.0.1:9"), TestHub.JSON);
        SignedNotices notices = new SignedNotices(told, TestHub.JSON, meters);

        assertThat(notices.read(record("a", bytes(notice("a", 1)), hub.signs(bytes(notice("a", 1))))))
                .contains(notice("a", 1));
        assertThat(notices.read(record("a", bytes(notice("a", 1)), new TestHub().signs(bytes(notice("a", 1))))))
                .isEmpty();
        assertThat(passedOver()).isEqualTo(1);
    }

    private void polls() {
        later += NoticeGate.PAUSE.toNanos() + Duration.ofSeconds(5).toNanos();
        gate.open(later);
        consumer.poll(Duration.ZERO).forEach(record -> {
            try {
                gate.pass(record).ifPresent(passed::add);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        // What the mock has handed out is gone; what is held comes again from the topic.
        sent.stream()
                .filter(each -> each.offset() >= consumer.position(NOTICES))
                .forEach(consumer::addRecord);
    }

    private void comes(String key, AgreementNotice notice, TestHub by) {
        comes(key, bytes(notice), by.signs(bytes(notice)));
    }

    private void comes(String key, byte[] value, List<Header> headers) {
        ConsumerRecord<byte[], byte[]> record = record(key, value, headers);
        sent.add(record);
        consumer.addRecord(record);
    }

    private ConsumerRecord<byte[], byte[]> record(String key, byte[] value, List<Header> headers) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                NOTICES.topic(), NOTICES.partition(), offset++, key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach(record.headers()::add);
        return record;
    }

    private void publish(String use) {
        published = "[" + key(use, hub) + "]";
    }

    private static String key(String use, TestHub hub) {
        return "{\"keyId\":\"" + hub.keyId() + "\",\"use\":\"" + use + "\",\"algorithm\":\"Ed25519\",\"publicKey\":\""
                + hub.publicKey() + "\"}";
    }

    private double passedOver() {
        return meters.counter(SignedNotices.METER).count();
    }

    private static byte[] bytes(AgreementNotice notice) {
        try {
            return TestHub.JSON.writeValueAsBytes(notice);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static AgreementNotice notice(String id, long epoch) {
        FeedId feed = FeedId.of("tiny.buses");
        AgreementDocument document = new AgreementDocument(
                new AgreementId(id),
                1,
                AgreementDocument.PROFILE,
                "Tiny buses for planning",
                feed.agency(),
                new RecipientId("city-planning"),
                null,
                "transit-planning",
                new Target(feed, "1.0.0", List.of("vehicle.id")),
                List.of(),
                null,
                null,
                30);
        return new AgreementNotice(epoch, AgreementState.REVOKED, document, Instant.EPOCH);
    }
}
