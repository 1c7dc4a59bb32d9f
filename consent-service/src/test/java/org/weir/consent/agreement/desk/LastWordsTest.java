package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.consent.Documents;
import org.weir.consent.canonical.CanonicalJson;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.seal.Seal;
import org.weir.schemas.seal.SigningKey;

class LastWordsTest {
    @TempDir
    Path keystore;

    private SigningKey hub;
    private LastWords last;

    @BeforeEach
    void looksOnceAtTheStart() {
        hub = SigningKey.open(keystore, "hub");
        last = new LastWords(each -> SealedNotice.epoch(each, hub));
        assertThat(last.takeDoubt()).as("of before may be missing or unsigned").isTrue();
    }

    @Test
    void signsTheBytesThatAreSent_inTheirCanonicalForm() {
        String notice = Json.text(notice("a", 3));

        ProducerRecord<String, byte[]> sent = SealedNotice.of("a", notice, hub);

        assertThat(sent.value()).isEqualTo(CanonicalJson.ofJson(notice.getBytes(StandardCharsets.UTF_8)));
        assertThat(header(sent, Headers.KEY_ID)).isEqualTo(hub.id());
        assertThat(Seal.verifies(sent.value(), header(sent, Headers.SIGNATURE), hub.open()))
                .isTrue();
    }

    @Test
    void hasNoDoubt_whileTheHubAloneSpeaks_orSomebodyCertifies() {
        last.heard(signed("a", notice("a", 3), hub));
        last.heard(signed("a", notice("a", 3), hub));
        last.heard(signed("a", notice("a", 5), hub));
        last.heard(record("a/certificate", "{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(last.takeDoubt()).isFalse();
        assertThat(last.epoch("a")).isEqualTo(5);
        assertThat(last.epoch("b")).as("nothing is there").isNegative();
    }

    @Test
    void knowsAnOldNotice_asItIsKept_soThatItIsRenewedOnce() {
        String old = "{\"epoch\":4,\"document\":{\"uid\":\"a\",\"termOfThen\":1}}";
        ProducerRecord<String, byte[]> sent = SealedNotice.of("a", old, hub);
        ConsumerRecord<byte[], byte[]> record = record("a", sent.value());
        sent.headers().forEach(record.headers()::add);

        last.heard(record);

        assertThat(last.takeDoubt()).isFalse();
        assertThat(last.epoch("a")).isEqualTo(SealedNotice.epoch(old)).isEqualTo(4);
    }

    @Test
    void doubts_whatIsNotSigned_orByAnother_orIsTakenAway() {
        SigningKey another = SigningKey.open(keystore, "another");
        hides(record("a", Json.bytes(notice("a", 9))));
        hides(signed("a", notice("a", 9), another));
        hides(record("a", null));
    }

    @Test
    void doubts_anOlderWordOfTheHub_orOneAboutAnotherAgreement() {
        hides(signed("a", notice("b", 9), hub));
        last.heard(signed("a", notice("a", 3), hub));
        last.takeDoubt();

        last.heard(signed("a", notice("a", 1), hub));

        assertThat(last.takeDoubt()).isTrue();
        assertThat(last.epoch("a")).isEqualTo(1);
    }

    @Test
    void doubts_anOlderChangeBehindANewerOne_andOneThatCannotBeRead() {
        last = new LastWords(AgreementPublisher::epoch);
        last.takeDoubt();
        last.heard(record("a", "{\"epoch\":6}".getBytes(StandardCharsets.UTF_8)));
        assertThat(last.takeDoubt()).isFalse();

        last.heard(record("a", "{\"epoch\":5}".getBytes(StandardCharsets.UTF_8)));
        assertThat(last.takeDoubt()).isTrue();
        assertThat(last.epoch("a")).isEqualTo(5);

        last.heard(record("a", "{\"epoch\":".getBytes(StandardCharsets.UTF_8)));
        assertThat(last.takeDoubt()).isTrue();
        assertThat(last.epoch("a")).isNegative();
    }

    private void hides(ConsumerRecord<byte[], byte[]> record) {
        last.heard(signed("a", notice("a", 3), hub));
        assertThat(last.takeDoubt()).isFalse();

        last.heard(record);

        assertThat(last.takeDoubt()).isTrue();
        assertThat(last.epoch("a")).isNegative();
        last = new LastWords(each -> SealedNotice.epoch(each, hub));
        last.takeDoubt();
    }

    private static AgreementNotice notice(String id, long epoch) {
        return new AgreementNotice(
                epoch, AgreementState.ACTIVE, Documents.buses(id, FeedId.of("riverton.buses")), Instant.EPOCH);
    }

    private static ConsumerRecord<byte[], byte[]> signed(String key, AgreementNotice notice, SigningKey by) {
        ProducerRecord<String, byte[]> sent = SealedNotice.of(key, Json.text(notice), by);
        ConsumerRecord<byte[], byte[]> record = record(key, sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("obligations", 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static String header(ProducerRecord<String, byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
