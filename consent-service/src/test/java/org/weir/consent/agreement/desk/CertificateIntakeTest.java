package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.seal.Seal;
import org.weir.schemas.seal.SigningKey;

class CertificateIntakeTest {
    private static final DestructionCertificate CERTIFICATE = new DestructionCertificate(
            new AgreementId("one"),
            new RecipientId("city-planning"),
            7,
            Map.of("segment_speed", 12L),
            "dashboard of city-planning",
            Instant.EPOCH);

    @TempDir
    Path keystore;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<DestructionCertificate> kept = new ArrayList<>();
    private Refusal refusal;
    private SigningKey planning;
    private SigningKey parking;
    private CertificateIntake intake;

    @BeforeEach
    void twoRecipientsRegisteredAKeyEach() {
        planning = SigningKey.open(keystore, "planning");
        parking = SigningKey.open(keystore, "parking");
        Map<String, SigningKey> registered = Map.of("city-planning", planning, "city-parking", parking);
        intake = new CertificateIntake(
                (recipient, bytes, signature) -> registered.containsKey(recipient)
                        && Seal.verifies(
                                bytes, signature, registered.get(recipient).open()),
                this::keep,
                meters);
    }

    @Test
    void takesACertificate_thatItsRecipientSigned() {
        intake.take(signed("one/certificate", Json.text(CERTIFICATE), planning));

        assertThat(kept).containsExactly(CERTIFICATE);
        assertThat(refused() + unreadable()).isZero();
    }

    @Test
    void passesOver_whatAnotherRecipientCertifies_orNobodySigned() {
        intake.take(signed("one/certificate", Json.text(CERTIFICATE), parking));
        intake.take(record("one/certificate", Json.text(CERTIFICATE)));

        assertThat(kept).isEmpty();
        assertThat(refused()).isEqualTo(2);
    }

    @Test
    void passesOver_aSignatureOverOtherBytes() {
        ConsumerRecord<byte[], byte[]> record = record("one/certificate", Json.text(CERTIFICATE));
        signed("one/certificate", "{}", planning).headers().forEach(record.headers()::add);

        intake.take(record);

        assertThat(kept).isEmpty();
        assertThat(refused()).isEqualTo(1);
    }

    @Test
    void counts_whatTheAgreementRefuses_becauseItsRecipientIsAnother() {
        refusal = new Refusal(ErrorCode.NOT_ALLOWED, "The certificate is of another agreement or recipient.");

        intake.take(signed("one/certificate", Json.text(CERTIFICATE), planning));

        assertThat(refused()).isEqualTo(1);
    }

    @Test
    void isReadAgain_whatCannotBeKeptForNow() {
        refusal = new Refusal(ErrorCode.UNAVAILABLE, "The store does not answer.");

        assertThatThrownBy(() -> intake.take(signed("one/certificate", Json.text(CERTIFICATE), planning)))
                .isSameAs(refusal);
        assertThat(refused()).isZero();
    }

    @Test
    void takesNone_underAnotherAgreementsKey_orANoticesKey() {
        intake.take(signed("two/certificate", Json.text(CERTIFICATE), planning));
        intake.take(signed("one", Json.text(CERTIFICATE), planning));

        assertThat(kept).isEmpty();
        assertThat(unreadable()).as("a notice is not one").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "{", "[]", "{}", "{\"agreement\":\"one\"}", "\"one\""})
    void certifiesNothing_whereItCannotBeRead(String garbage) {
        intake.take(signed("one/certificate", garbage, planning));

        assertThat(kept).isEmpty();
        assertThat(unreadable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement", "recipient", "destroyed", "certifiedBy", "at"})
    void passesOver_whatLacksAMember_soThatItHoldsUpNoOther(String member) {
        ObjectNode json = Json.STRICT.valueToTree(CERTIFICATE);
        intake.take(signed("one/certificate", json.toString(), planning));
        assertThat(kept).containsExactly(CERTIFICATE);
        json.remove(member);

        intake.take(signed("one/certificate", json.toString(), planning));

        assertThat(kept).hasSize(1);
        assertThat(unreadable()).isEqualTo(1);
    }

    private void keep(DestructionCertificate certificate) {
        if (refusal != null) {
            throw refusal;
        }
        kept.add(certificate);
    }

    private double refused() {
        return meters.counter(CertificateIntake.REFUSED).count();
    }

    private double unreadable() {
        return meters.counter(CertificateIntake.UNREADABLE).count();
    }

    private static ConsumerRecord<byte[], byte[]> signed(String key, String value, SigningKey by) {
        ConsumerRecord<byte[], byte[]> record = record(key, value);
        String signature = Seal.sign(record.value(), by.secret());
        record.headers().add(Headers.SIGNATURE, signature.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, String value) {
        return new ConsumerRecord<>(
                "obligations", 0, 0, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
