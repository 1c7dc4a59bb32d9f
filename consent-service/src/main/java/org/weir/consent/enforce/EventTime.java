package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes times as CloudEvents wants them (RFC 3339). Remembers the last, for many records share one. For one thread. */
final class EventTime {
    private long last = Long.MIN_VALUE;
    private byte[] text;

    /** @param millis since 1970 */
    byte[] of(long millis) {
        if (millis != last) {
            text = Instant.ofEpochMilli(millis).toString().getBytes(StandardCharsets.ISO_8859_1);
            last = millis;
        }
        return text;
    }
}
