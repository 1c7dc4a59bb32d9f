package org.weir.dashboard.movement;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts as bytes, small ones in few: seven bits a byte, negative ones folded between the positive. */
final class Packer {
    private byte[] bytes = new byte[1_024];
    private int size;

    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        room(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Texts of a few hundred bytes at most. */
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    byte[] packed() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
