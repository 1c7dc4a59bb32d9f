package org.weir.consent.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.weir.schemas.agreement.AgreementDocument;

/**
 * The hash that both parties sign and that ledger entries name: SHA-256 over the canonical form of an agreement's JSON
 * as the API shows it. It covers every term, so that a changed comma in the authority is another agreement.
 */
public final class ContentHash {
    public static final String PREFIX = "sha256:";

    private ContentHash() {}

    /** The agreement's hash, {@code sha256:} and 64 hexadecimal digits. */
    public static String of(AgreementDocument agreement) {
        return ofBytes(CanonicalJson.of(agreement));
    }

    /** The hash of bytes that are canonical already. */
    public static String ofBytes(byte[] canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical);
            return PREFIX + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
