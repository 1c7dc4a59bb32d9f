package org.weir.consent.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.weir.consent.canonical.CanonicalJson;

/**
 * Signs and checks JSON whatever its spacing and the order of its members: the signature is over the JCS form (RFC
 * 8785). To check a receipt takes the receipt's text, its signature and the hub's public key, and nothing else.
 */
public final class ReceiptSeal {
    public static final String ALGORITHM = "Ed25519";

    private ReceiptSeal() {}

    /** The signature over a JSON text, base64. */
    public static String sign(String json, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(canonical(json));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is ours to sign cannot be signed.", e);
        }
    }

    /** Whether the key's owner signed exactly this; whatever cannot be read was not. */
    public static boolean verifies(String json, String signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(canonical(json));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static byte[] canonical(String json) {
        return CanonicalJson.ofJson(json.getBytes(StandardCharsets.UTF_8));
    }
}
