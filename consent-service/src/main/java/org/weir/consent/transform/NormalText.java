package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The one spelling of a value under which it gets its pseudonym: Unicode NFC, without white space at its ends. Letters
 * keep their case, for an agency may tell vehicles apart by it.
 */
final class NormalText {
    private byte[] bytes;
    private int from;
    private int to;

    /** Takes a value, UTF-8. What most values are, printable ASCII without outer spaces, costs a look at each byte. */
    void take(byte[] value, int valueFrom, int valueTo) {
        bytes = value;
        from = valueFrom;
        to = valueTo;
        if (!isNormal(value, valueFrom, valueTo)) {
            String text = new String(value, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
            bytes = Normalizer.normalize(text, Normalizer.Form.NFC).strip().getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = bytes.length;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private static boolean isNormal(byte[] value, int from, int to) {
        if (from == to) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (value[i] < ' ') {
                return false;
            }
        }
        return value[from] != ' ' && value[to - 1] != ' ';
    }
}
