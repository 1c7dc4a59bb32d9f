package org.weir.dashboard.measure;

import java.io.ByteArrayOutputStream;

/** Whole numbers in few bytes: seven bits a byte, the lowest first. */
public final class Packed {
    private Packed() {}

    /** Writes. */
    public static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

        public void write(long number) {
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        /** A number that may be below 0. */
        public void writeSigned(long number) {
            write(number << 1 ^ number >> 63);
        }

        public byte[] toBytes() {
            return bytes.toByteArray();
        }
    }

    /** Reads what {@link Out} wrote. */
    public static final class In {
        private final byte[] bytes;
        private int at;

        public In(byte[] bytes) {
            this.bytes = bytes;
        }

        /** @throws IllegalArgumentException where the bytes end too soon */
        public long read() {
            long number = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                if (at == bytes.length) {
                    throw new IllegalArgumentException("The bytes end in the middle of a number.");
                }
                byte next = bytes[at++];
                number |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("A number has no end.");
        }

        public long readSigned() {
            long number = read();
            return number >>> 1 ^ -(number & 1);
        }

        public boolean atEnd() {
            return at == bytes.length;
        }
    }
}
