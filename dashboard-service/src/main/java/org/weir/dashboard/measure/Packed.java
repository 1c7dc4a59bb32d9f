package org.weir.dashboard.measure;

import java.io.ByteArrayOutputStream;

/** Whole numbers in few bytes: seven bits a byte, the lowest first. */
final class Packed {
    private Packed() {}

    /** Writes. */
    static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

        void write(long number) {
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        /** A number that may be below 0. */
        void writeSigned(long number) {
            write(number << 1 ^ number >> 63);
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }

    /** Reads what {@link Out} wrote. */
    static final class In {
        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        /** @throws IllegalArgumentException where the bytes end too soon */
        long read() {
            long number = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                if (at == bytes.length) {
                    throw new IllegalArgumentException("A sheet ends in the middle of a number.");
                }
                byte next = bytes[at++];
                number |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("A number in a sheet has no end.");
        }

        long readSigned() {
            long number = read();
            return number >>> 1 ^ -(number & 1);
        }

        boolean atEnd() {
            return at == bytes.length;
        }
    }
}
