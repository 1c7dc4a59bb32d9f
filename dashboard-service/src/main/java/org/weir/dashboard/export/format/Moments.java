package org.weir.dashboard.export.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments in words: ISO 8601 with the offset of a zone, to the second. */
final class Moments {
    private final DateTimeFormatter form;

    Moments(ZoneId zone) {
        this.form = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
    }

    String of(long posixSeconds) {
        return form.format(Instant.ofEpochSecond(posixSeconds));
    }
}
