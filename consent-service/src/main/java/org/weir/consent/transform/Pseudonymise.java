package org.weir.consent.transform;

import java.util.Arrays;
import java.util.Base64;

/**
 * Replaces a value by HMAC-SHA-256 (RFC 2104) under a secret key over {@code path ‖ 0x00 ‖ value}, its first bits in
 * base64url. The same value gets the same pseudonym for as long as the key lives; without the key nobody finds the value
 * by trying. The path is in it so that equal values of different fields do not meet. Two spellings of one value, by
 * {@link NormalText}, are one value.
 */
public final class Pseudonymise implements FieldTransform {
    /** 128 bits: two of 2^32 values collide with a chance below 2^-64. */
    public static final int LEAST_BITS = 128;
    /** As many as SHA-256 has. */
    public static final int MOST_BITS = 256;

    private final byte[] key;
    private final String path;
    private final int bits;

    /** A pseudonym of 128 bits. */
    public Pseudonymise(byte[] key, String path) {
        this(key, path, LEAST_BITS);
    }

    /**
     * For one field under one agreement.
     *
     * @param key the secret, 32 bytes
     * @param path the field's path
     * @param bits how long the pseudonym is, 128 to 256 in whole bytes
     */
    public Pseudonymise(byte[] key, String path, int bits) {
        if (bits < LEAST_BITS || bits > MOST_BITS || bits % 8 != 0) {
            throw new IllegalArgumentException("A pseudonym has 128 to 256 bits in whole bytes.");
        }
        this.key = key.clone();
        this.path = path;
        this.bits = bits;
    }

    @Override
    public Writer writer() {
        return new Writer(new KeyedCodes(key, path, digest -> quoted(digest, bits)));
    }

    /** A digest's first bits as a JSON text. */
    static byte[] quoted(byte[] digest, int bits) {
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(Arrays.copyOf(digest, bits / 8));
        byte[] quoted = new byte[text.length + 2];
        quoted[0] = '"';
        System.arraycopy(text, 0, quoted, 1, text.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    /** Gives pseudonyms, on one thread. */
    public static final class Writer implements ValueWriter {
        private final NormalText normal = new NormalText();
        private final KeyedCodes codes;

        private Writer(KeyedCodes codes) {
            this.codes = codes;
        }

        @Override
        public byte[] rewrite(byte[] value, int from, int to) {
            normal.take(value, from, to);
            return codes.of(normal.bytes(), normal.from(), normal.to());
        }
    }
}
