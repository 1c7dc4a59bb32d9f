package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Finds the local day, hour … of times; remembers the last, for records come nearly in order. For one thread. */
final class LocalUnits {
    private final ZoneId zone;
    private final Coarseness unit;
    private long start;
    private long end;
    private byte[] label;

    LocalUnits(ZoneId zone, Coarseness unit) {
        this.zone = zone;
        this.unit = unit;
    }

    /** When the unit that holds the time begins, milliseconds since 1970. */
    long start(long millis) {
        find(millis);
        return start;
    }

    /** The unit's name, the same for all times in it and for no other. */
    byte[] label(long millis) {
        find(millis);
        return label;
    }

    private void find(long millis) {
        if (label != null && millis >= start && millis < end) {
            return;
        }
        ZonedDateTime floor = unit.floor(Instant.ofEpochMilli(millis).atZone(zone));
        start = floor.toInstant().toEpochMilli();
        end = unit.next(floor).toInstant().toEpochMilli();
        label = floor.toOffsetDateTime().toString().getBytes(StandardCharsets.US_ASCII);
    }
}
