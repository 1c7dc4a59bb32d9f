package org.weir.consent.enforce;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Commits to shared records under the hub's ledger key. Each partition's records are taken in their order: HMAC-SHA-256
 * (RFC 2104) over {@code length(key) ‖ key ‖ length(value) ‖ value} of each, lengths as four bytes, big-endian, 0 for
 * none. The commitment is the HMAC over {@code partition ‖ that HMAC} of each partition that got records, in ascending
 * order. Whoever holds the key and the shared topic can check it; nobody else learns anything from it.
 */
public final class OutputSeal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key the hub's ledger key, 32 bytes */
    public OutputSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** For the records of one partition and batch after batch. */
    Part part() {
        return new Part(mac());
    }

    /** The commitment to several partitions' records, hex. */
    String join(SortedMap<Integer, byte[]> parts) {
        Mac mac = mac();
        byte[] number = new byte[4];
        for (Map.Entry<Integer, byte[]> each : parts.entrySet()) {
            write(number, each.getKey());
            mac.update(number);
            mac.update(each.getValue());
        }
        return java.util.HexFormat.of().formatHex(mac.doFinal());
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
        }
    }

    private static void write(byte[] into, int number) {
        into[0] = (byte) (number >>> 24);
        into[1] = (byte) (number >>> 16);
        into[2] = (byte) (number >>> 8);
        into[3] = (byte) number;
    }

    /** The HMAC of one partition's records. For one thread. */
    static final class Part {
        private final Mac mac;
        private final byte[] length = new byte[4];

        private Part(Mac mac) {
            this.mac = mac;
        }

        void add(byte[] recordKey, byte[] value) {
            bytes(recordKey);
            bytes(value);
        }

        /** The HMAC of what was added since the last call. */
        byte[] take() {
            return mac.doFinal();
        }

        private void bytes(byte[] some) {
            write(length, some == null ? 0 : some.length);
            mac.update(length);
            if (some != null) {
                mac.update(some);
            }
        }
    }
}
