package org.weir.consent.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.consent.receipt.Receipt.SharedUpTo;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.seal.SigningKey;

class ReceiptSealTest {
    @TempDir
    Path keystore;

    private SigningKey hub;
    private String receipt;
    private String signature;

    @BeforeEach
    void aSignedReceipt() {
        hub = SigningKey.open(keystore, "hub");
        receipt = Json.text(new Receipt(
                new AgreementId("buses-for-planning"),
                1,
                42,
                AgreementState.REVOKED,
                Instant.parse("2026-03-10T12:00:00.120Z"),
                Instant.parse("2026-03-10T12:00:00.345Z"),
                List.of("enforcer-1"),
                List.of(),
                List.of(new SharedUpTo(
                        FeedId.of("mbta.vehicle-positions"),
                        "shared.city-planning.buses-for-planning.mbta.vehicle-positions",
                        Map.of(0, 17L, 1, 4_000_000_000L)))));
        signature = ReceiptSeal.sign(receipt, hub.secret());
    }

    @Test
    void verifies_whateverItsSpacing() throws Exception {
        String spaced = Json.STRICT.readTree(receipt).toPrettyString();

        assertThat(ReceiptSeal.verifies(receipt, signature, hub.open())).isTrue();
        assertThat(ReceiptSeal.verifies(spaced, signature, SigningKey.publicKey(hub.publicText())))
                .isTrue();
    }

    @Test
    void failsToVerify_whereAnyCharacterWasChanged() {
        for (int at = 0; at < receipt.length(); at++) {
            char other = receipt.charAt(at) == '7' ? '8' : '7';
            String changed = receipt.substring(0, at) + other + receipt.substring(at + 1);
            assertThat(ReceiptSeal.verifies(changed, signature, hub.open()))
                    .as(changed)
                    .isFalse();
        }
    }

    @Test
    void failsToVerify_underAnotherKey_orWithoutASignature() {
        SigningKey another = SigningKey.open(keystore, "another");

        assertThat(ReceiptSeal.verifies(receipt, signature, another.open())).isFalse();
        assertThat(ReceiptSeal.verifies(receipt, "", hub.open())).isFalse();
        assertThat(ReceiptSeal.verifies(receipt, "not base64!", hub.open())).isFalse();
        assertThat(ReceiptSeal.verifies("{", signature, hub.open())).isFalse();
    }
}
