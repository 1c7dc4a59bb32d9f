package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a value by HMAC-SHA-256 (RFC 2104) under a secret key over {@code path ‖ 0x00 ‖ value}, the first 128 bits
 * in base64url. The same value gets the same pseudonym for as long as the key lives; without the key nobody finds the
 * value by trying. The path is in it so that equal values of different fields do not meet.
 */
public final class Pseudonymise implements FieldTransform {
    private static final String ALGORITHM = "HmacSHA256";
    /** 128 bits: two of 2^32 values collide with a chance below 2^-64. */
    private static final int BYTES = 16;
    /** A fleet fits; what does not fit is computed anew. A power of two. */
    private static final int REMEMBERED = 8192;

    private final SecretKeySpec key;
    private final byte[] path;

    /**
     * For one field under one agreement.
     *
     * @param key the secret, 32 bytes
     * @param path the field's path
     */
    public Pseudonymise(byte[] key, String path) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.path = (path + '\0').getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Writer writer() {
        return new Writer(key, path);
    }

    /** Remembers the last pseudonyms it gave, for a fleet reports the same few thousand ids again and again. */
    public static final class Writer implements ValueWriter {
        private final byte[][] values = new byte[REMEMBERED][];
        private final byte[][] pseudonyms = new byte[REMEMBERED][];
        private final byte[] path;
        private final Mac mac;

        private Writer(SecretKeySpec key, byte[] path) {
            this.path = path;
            try {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
            }
        }

        @Override
        public byte[] rewrite(byte[] value, int from, int to) {
            int slot = slot(value, from, to);
            byte[] known = values[slot];
            if (known != null && Arrays.equals(known, 0, known.length, value, from, to)) {
                return pseudonyms[slot];
            }
            byte[] pseudonym = compute(value, from, to);
            values[slot] = Arrays.copyOfRange(value, from, to);
            pseudonyms[slot] = pseudonym;
            return pseudonym;
        }

        private byte[] compute(byte[] value, int from, int to) {
            mac.update(path);
            mac.update(value, from, to - from);
            byte[] digest = Arrays.copyOf(mac.doFinal(), BYTES);
            byte[] text = Base64.getUrlEncoder().withoutPadding().encode(digest);
            byte[] quoted = new byte[text.length + 2];
            quoted[0] = '"';
            System.arraycopy(text, 0, quoted, 1, text.length);
            quoted[quoted.length - 1] = '"';
            return quoted;
        }

        private static int slot(byte[] value, int from, int to) {
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + value[i];
            }
            return (hash ^ hash >>> 16) & REMEMBERED - 1;
        }
    }
}
