package org.weir.dashboard.measure;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes behind a version of their own, deflated where that makes them fewer: sheets repeat themselves from quarter hour
 * to quarter hour, and lose a third. Which zlib wrote them makes no difference to what is read.
 */
final class Deflated {
    /** What no plain form begins with. */
    private static final byte DEFLATED = 2;

    /** Fewer bytes are not worth the trouble. */
    private static final int SHORT = 64;

    private static final int PIECE = 4_096;

    /** No sheet and no way is longer: what claims to be is none of ours. */
    private static final int LONGEST = 8 << 20;

    private Deflated() {}

    /** @param plain begins with its version, which is another one */
    static byte[] write(byte[] plain) {
        if (plain.length < SHORT) {
            return plain;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] written = new byte[plain.length];
            written[0] = DEFLATED;
            int length = deflater.deflate(written, 1, written.length - 1);
            return deflater.finished() ? Arrays.copyOf(written, length + 1) : plain;
        } finally {
            deflater.end();
        }
    }

    /** @throws IllegalArgumentException where the bytes say that they are deflated, and are not */
    static byte[] read(byte[] written) {
        if (written.length == 0 || written[0] != DEFLATED) {
            return written;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(written, 1, written.length - 1);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(4 * written.length);
            byte[] piece = new byte[PIECE];
            while (!inflater.finished()) {
                int n = inflater.inflate(piece);
                if (n == 0 || plain.size() > LONGEST) {
                    throw new IllegalArgumentException("What was deflated does not end.");
                }
                plain.write(piece, 0, n);
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("What was deflated cannot be read.", e);
        } finally {
            inflater.end();
        }
    }
}
