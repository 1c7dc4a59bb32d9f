package org.weir.schemas.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Ed25519 over bytes as they stand, base64. Keys are published as X.509 SubjectPublicKeyInfo, base64, under a name that is
 * made of them: the first 16 hexadecimal digits of the SHA-256 of the key.
 */
public final class Seal {
    public static final String ALGORITHM = "Ed25519";

    private static final int ID_DIGITS = 16;

    private Seal() {}

    public static String sign(byte[] bytes, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is ours to sign cannot be signed.", e);
        }
    }

    /** Whether the key's owner signed exactly these bytes; what is no signature at all is not one of theirs. */
    public static boolean verifies(byte[] bytes, String signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** Reads a public key as it is published. */
    public static PublicKey publicKey(String text) throws GeneralSecurityException {
        byte[] bytes = Base64.getMimeDecoder().decode(text);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
    }

    /** A public key's name. */
    public static String keyId(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
