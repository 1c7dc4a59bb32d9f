package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.RecipientId;

class CertificatesTest {
    private static final DestructionCertificate CERTIFICATE = new DestructionCertificate(
            new AgreementId("one"),
            new RecipientId("city-planning"),
            7,
            Map.of("segment_speed", 12L),
            "dashboard of city-planning",
            Instant.EPOCH);

    private final Counter unreadable = new SimpleMeterRegistry().counter(Certificates.METER);

    @Test
    void readsACertificate_underItsKey() {
        assertThat(read(record("one/certificate", Json.text(CERTIFICATE)))).contains(CERTIFICATE);
    }

    @Test
    void takesNone_underAnotherAgreementsKey_orANoticesKey() {
        assertThat(read(record("two/certificate", Json.text(CERTIFICATE)))).isEmpty();
        assertThat(read(record("one", Json.text(CERTIFICATE)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "{", "[]", "{}", "{\"agreement\":\"one\"}", "\"one\""})
    void certifiesNothing_whereItCannotBeRead(String garbage) {
        assertThat(read(record("one/certificate", garbage))).isEmpty();
        assertThat(unreadable.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement", "recipient", "destroyed", "certifiedBy", "at"})
    void passesOver_whatLacksAMember_soThatItHoldsUpNoOther(String member) {
        ObjectNode json = Json.STRICT.valueToTree(CERTIFICATE);
        assertThat(read(record("one/certificate", json.toString()))).contains(CERTIFICATE);
        json.remove(member);

        assertThat(read(record("one/certificate", json.toString()))).isEmpty();
        assertThat(unreadable.count()).isEqualTo(1);
    }

    private Optional<DestructionCertificate> read(ConsumerRecord<byte[], byte[]> record) {
        return Certificates.read(record, unreadable);
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, String value) {
        return new ConsumerRecord<>(
                "obligations", 0, 0, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
