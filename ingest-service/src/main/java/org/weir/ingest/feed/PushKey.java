package org.weir.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.weir.schemas.id.FeedId;

/**
 * What is kept of a push key: never the key itself. A key is {@code wk_<id>_<secret>}; the id finds the entry, so that
 * the secret is compared once and in constant time.
 *
 * @param id the part of the key that is no secret, 16 hexadecimal digits
 * @param feed the one feed it opens
 * @param hash SHA-256 of the whole key; 256 random bits need no slow hash
 * @param issuedAt when it was issued
 */
public record PushKey(String id, FeedId feed, byte[] hash, Instant issuedAt) {
    private static final String PREFIX = "wk_";
    private static final int ID_DIGITS = 16;
    private static final int SECRET_BYTES = 32;

    /**
     * A new key, shown once.
     *
     * @param text what the publisher sends
     * @param kept what is stored
     */
    public record Issued(String text, PushKey kept) {}

    /** Issues a key for a feed. */
    public static Issued issue(FeedId feed, SecureRandom random, Instant now) {
        byte[] id = new byte[ID_DIGITS / 2];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        String idText = HexFormat.of().formatHex(id);
        String text =
                PREFIX + idText + '_' + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Issued(text, new PushKey(idText, feed, hash(text), now));
    }

    /** The id in a key, or null where the text is no key. */
    static String idOf(String text) {
        int end = PREFIX.length() + ID_DIGITS;
        boolean form = text.startsWith(PREFIX) && text.length() > end && text.charAt(end) == '_';
        return form ? text.substring(PREFIX.length(), end) : null;
    }

    boolean opens(String text) {
        return MessageDigest.isEqual(hash, hash(text));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
