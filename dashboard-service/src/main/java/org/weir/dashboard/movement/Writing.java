package org.weir.dashboard.movement;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that {@link java.io.DataInputStream} reads, in one array that grows: a track is written at each commit. */
final class Writing {
    private static final int USUAL = 8_192;

    private ByteBuffer bytes = ByteBuffer.allocate(USUAL);

    /** Where to put so many bytes more. */
    ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
        }
        return bytes;
    }

    void flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    /** As {@link java.io.DataInput#readUTF} reads it: length in bytes, then each char in one to three. */
    void text(String text) {
        ByteBuffer to = room(Short.BYTES + 3 * text.length());
        int begin = to.position();
        to.position(begin + Short.BYTES);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < 0x80) {
                to.put((byte) c);
            } else if (c < 0x800) {
                to.put((byte) (0xC0 | c >> 6)).put((byte) (0x80 | c & 0x3F));
            } else {
                to.put((byte) (0xE0 | c >> 12))
                        .put((byte) (0x80 | c >> 6 & 0x3F))
                        .put((byte) (0x80 | c & 0x3F));
            }
        }
        int length = to.position() - begin - Short.BYTES;
        if (length > 0xFFFF) {
            throw new IllegalArgumentException("A text of " + length + " bytes");
        }
        to.putShort(begin, (short) length);
    }

    byte[] written() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
