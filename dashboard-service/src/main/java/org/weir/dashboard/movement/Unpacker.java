package org.weir.dashboard.movement;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link Packer} wrote. Bytes that end too early are an {@link IndexOutOfBoundsException}. */
final class Unpacker {
    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long folded = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            folded |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return folded >>> 1 ^ -(folded & 1);
    }

    int count() {
        return (int) number();
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
