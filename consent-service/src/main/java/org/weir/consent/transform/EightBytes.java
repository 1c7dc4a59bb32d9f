package org.weir.consent.transform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Compares texts and passes over the bytes of JSON texts that stand for themselves, eight at a time: most texts are a few
 * such bytes and a quote. Each test marks the highest bit of a byte that it is true of; what it may mark wrongly lies behind a true mark.
 */
final class EightBytes {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = ONES << 7;

    private EightBytes() {}

    /** The first byte from there on that may be a quote, a backslash, a control character or no ASCII. */
    static int ofText(byte[] bytes, int from) {
        int at = from;
        for (; at + 8 <= bytes.length; at += 8) {
            long eight = (long) EIGHT.get(bytes, at);
            long marks = (equal(eight, '"') | equal(eight, '\\') | eight - ONES * ' ' & ~eight | eight) & HIGHEST;
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        return at;
    }

    /** The first byte that is a backslash or no ASCII; the length where there is none. */
    static int ofPlain(byte[] bytes) {
        int at = 0;
        for (; at + 8 <= bytes.length; at += 8) {
            long eight = (long) EIGHT.get(bytes, at);
            long marks = (equal(eight, '\\') | eight) & HIGHEST;
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        while (at < bytes.length && bytes[at] >= 0 && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Whether this very text stands there. */
    static boolean stand(byte[] text, byte[] bytes, int at) {
        int length = text.length;
        if (at + length > bytes.length) {
            return false;
        }
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            if ((long) EIGHT.get(text, i) != (long) EIGHT.get(bytes, at + i)) {
                return false;
            }
        }
        if (length >= 8) {
            // The last eight, though some of them were looked at already.
            return (long) EIGHT.get(text, length - 8) == (long) EIGHT.get(bytes, at + length - 8);
        }
        while (i < length && text[i] == bytes[at + i]) {
            i++;
        }
        return i == length;
    }

    private static long equal(long eight, char c) {
        long zero = eight ^ ONES * c;
        return zero - ONES & ~zero;
    }
}
