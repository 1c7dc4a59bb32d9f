package org.weir.schemas.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] BYTES = "{\"epoch\":1}".getBytes(StandardCharsets.UTF_8);

    private final KeyPair ours = pair();

    @Test
    void verifies_whatTheKeySigned_andNothingElse() {
        String signature = Seal.sign(BYTES, ours.getPrivate());

        assertThat(Seal.verifies(BYTES, signature, ours.getPublic())).isTrue();
        assertThat(Seal.verifies("{\"epoch\":2}".getBytes(StandardCharsets.UTF_8), signature, ours.getPublic()))
                .isFalse();
        assertThat(Seal.verifies(BYTES, signature, pair().getPublic())).isFalse();
    }

    @Test
    void verifiesNothing_withoutASignature_orBytes() {
        assertThat(Seal.verifies(BYTES, "", ours.getPublic())).isFalse();
        assertThat(Seal.verifies(BYTES, "no base64", ours.getPublic())).isFalse();
        assertThat(Seal.verifies(null, Seal.sign(BYTES, ours.getPrivate()), ours.getPublic()))
                .isFalse();
    }

    @Test
    void readsAKey_asItIsPublished_underTheSameName() throws GeneralSecurityException {
        String published = Base64.getEncoder().encodeToString(ours.getPublic().getEncoded());

        assertThat(Seal.publicKey(published)).isEqualTo(ours.getPublic());
        assertThat(Seal.keyId(ours.getPublic())).matches("[0-9a-f]{16}");
        assertThat(Seal.keyId(Seal.publicKey(published))).isEqualTo(Seal.keyId(ours.getPublic()));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(Seal.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
