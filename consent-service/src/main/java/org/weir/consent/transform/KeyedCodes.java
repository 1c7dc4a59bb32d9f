package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) under a secret key over {@code domain ‖ 0x00 ‖ value}. Remembers the last codes it gave, for a
 * fleet reports the same few thousand ids again and again. For one thread.
 */
final class KeyedCodes {
    private static final String ALGORITHM = "HmacSHA256";
    /** A fleet fits; what does not fit is computed anew. A power of two. */
    private static final int REMEMBERED = 8192;

    private final byte[][] values = new byte[REMEMBERED][];
    private final byte[][] codes = new byte[REMEMBERED][];
    private final byte[] domain;
    private final UnaryOperator<byte[]> form;
    private final Mac mac;

    /**
     * Codes of one domain.
     *
     * @param key the secret, 32 bytes
     * @param domain what the values are, so that equal values of different domains do not meet
     * @param form what is made of a digest of 32 bytes, and remembered
     */
    KeyedCodes(byte[] key, String domain, UnaryOperator<byte[]> form) {
        this.domain = (domain + '\0').getBytes(StandardCharsets.UTF_8);
        this.form = form;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
        }
    }

    /** The code of a value; the caller does not change it. */
    byte[] of(byte[] value, int from, int to) {
        int slot = slot(value, from, to);
        byte[] known = values[slot];
        if (known != null && known.length == to - from && EightBytes.stand(known, value, from)) {
            return codes[slot];
        }
        mac.update(domain);
        mac.update(value, from, to - from);
        byte[] code = form.apply(mac.doFinal());
        values[slot] = Arrays.copyOfRange(value, from, to);
        codes[slot] = code;
        return code;
    }

    private static int slot(byte[] value, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + value[i];
        }
        return (hash ^ hash >>> 16) & REMEMBERED - 1;
    }
}
