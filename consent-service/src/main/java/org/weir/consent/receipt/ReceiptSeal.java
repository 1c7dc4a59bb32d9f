package org.weir.consent.receipt;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.weir.consent.canonical.CanonicalJson;
import org.weir.schemas.seal.Seal;

/**
 * Signs and checks JSON whatever its spacing and the order of its members: the signature is over the JCS form (RFC
 * 8785). To check a receipt takes the receipt's text, its signature and the hub's public key, and nothing else.
 */
public final class ReceiptSeal {
    public static final String ALGORITHM = Seal.ALGORITHM;

    private ReceiptSeal() {}

    /** The signature over a JSON text, base64. */
    public static String sign(String json, PrivateKey key) {
        return Seal.sign(canonical(json), key);
    }

    /** Whether the key's owner signed exactly this; whatever cannot be read was not. */
    public static boolean verifies(String json, String signature, PublicKey key) {
        try {
            return Seal.verifies(canonical(json), signature, key);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static byte[] canonical(String json) {
        return CanonicalJson.ofJson(json.getBytes(StandardCharsets.UTF_8));
    }
}
