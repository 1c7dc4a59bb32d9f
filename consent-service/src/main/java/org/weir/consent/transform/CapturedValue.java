package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One JSON scalar: how it is written, and what it says. Reused from record to record. */
final class CapturedValue {
    private enum Kind {
        ABSENT,
        NULL,
        TEXT,
        OTHER
    }

    private Kind kind = Kind.ABSENT;
    private byte[] json;
    private int jsonFrom;
    private int jsonTo;
    private byte[] value;
    private int from;
    private int to;

    void clear() {
        kind = Kind.ABSENT;
    }

    /** Takes a JSON scalar; {@code plain} where every byte of it stands for itself. */
    void set(byte[] written, int writtenFrom, int writtenTo, boolean plain) throws UnshapeableRecord {
        json = written;
        jsonFrom = writtenFrom;
        jsonTo = writtenTo;
        boolean text = written[writtenFrom] == '"';
        kind = text ? Kind.TEXT : written[writtenFrom] == 'n' ? Kind.NULL : Kind.OTHER;
        if (plain) {
            value = written;
            from = text ? writtenFrom + 1 : writtenFrom;
            to = text ? writtenTo - 1 : writtenTo;
        } else {
            value = JsonText.unescape(written, writtenFrom + 1, writtenTo - 1);
            from = 0;
            to = value.length;
        }
    }

    /** How many bytes it is written with. */
    int size() {
        return jsonTo - jsonFrom;
    }

    /** Writes it, and tells the byte behind it. */
    int writeTo(byte[] out, int at) {
        System.arraycopy(json, jsonFrom, out, at, size());
        return at + size();
    }

    boolean isPresent() {
        return kind == Kind.TEXT || kind == Kind.OTHER;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    byte[] bytes() {
        return value;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    String text() {
        return new String(value, from, to - from, StandardCharsets.UTF_8);
    }

    double number() {
        return kind == Kind.OTHER ? JsonNumber.parse(value, from, to) : Double.NaN;
    }

    /** Its bytes, without quotes and escapes; null where there is no value. */
    byte[] copy() {
        return isPresent() ? Arrays.copyOfRange(value, from, to) : null;
    }
}
