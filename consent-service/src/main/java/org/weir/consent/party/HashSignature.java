package org.weir.consent.party;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * A party's signature: Ed25519 over the UTF-8 bytes of a version's content hash as it is written, e.g. {@code
 * sha256:9f…}. Any tool makes one: the hash is short enough to be read out.
 */
public final class HashSignature {
    private static final String ALGORITHM = "Ed25519";

    private HashSignature() {}

    /** The signature, base64. */
    public static String sign(String hash, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(hash.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of ours does not sign.", e);
        }
    }

    /** Whether that key made the signature over that hash; what is no signature at all is not one of it. */
    public static boolean holds(String hash, String signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(hash.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
