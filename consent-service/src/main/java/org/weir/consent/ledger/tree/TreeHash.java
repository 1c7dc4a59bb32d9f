package org.weir.consent.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hashes of RFC 6962, section 2.1: SHA-256 over {@code 0x00 ‖ leaf} and over {@code 0x01 ‖ left ‖ right}. The two
 * prefixes keep a leaf from being passed off as a node. Every hash here is an array of {@link #BYTES} bytes.
 */
public final class TreeHash {
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Asking the platform for a digest costs as much as a digest does. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(TreeHash::sha256);

    private TreeHash() {}

    /** The hash of a tree without leaves. */
    public static byte[] empty() {
        return SHA256.get().digest();
    }

    public static byte[] leaf(byte[] bytes) {
        MessageDigest digest = SHA256.get();
        digest.update(LEAF);
        return digest.digest(bytes);
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = SHA256.get();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of the perfect tree whose hashes of one level stand one behind the other. */
    static byte[] fold(byte[] hashes, int from, int to) {
        if (to - from == BYTES) {
            return Arrays.copyOfRange(hashes, from, to);
        }
        int middle = (from + to) >>> 1;
        return node(fold(hashes, from, middle), fold(hashes, middle, to));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
