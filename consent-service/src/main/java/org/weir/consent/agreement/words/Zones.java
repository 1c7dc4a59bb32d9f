package org.weir.consent.agreement.words;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** What people call a time zone: Eastern Time, not {@code America/New_York}. */
final class Zones {
    private Zones() {}

    static String name(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
        }
        String name = zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        // A zone that nobody gave a name is known by its city.
        return name.contains("/") ? name.substring(name.lastIndexOf('/') + 1).replace('_', ' ') + " Time" : name;
    }
}
