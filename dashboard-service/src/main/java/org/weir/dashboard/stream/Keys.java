package org.weir.dashboard.stream;

import java.time.LocalDate;
import org.weir.dashboard.measure.SegmentHour;
import org.weir.schemas.id.AgreementId;

/** Keys as text. Ids of a GTFS may hold any character, so the parts are split by one that no text file holds. */
public final class Keys {
    private static final char SPLIT = '\u001f';

    private Keys() {}

    /** What traversals of one segment share: they meet in one partition. */
    static String segment(SegmentHour key) {
        return join(key.agreement(), key.feed(), key.route(), Integer.toString(key.direction()), key.segment());
    }

    public static String write(SegmentHour key) {
        return join(segment(key), key.date().toString(), Integer.toString(key.hour()));
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException or a parse exception where it is none
     */
    public static SegmentHour read(String text) {
        String[] parts = text.split(String.valueOf(SPLIT), -1);
        if (parts.length != 7) {
            throw new IllegalArgumentException("Not the key of a segment's hour");
        }
        return new SegmentHour(
                parts[0],
                parts[1],
                parts[2],
                Integer.parseInt(parts[3]),
                parts[4],
                LocalDate.parse(parts[5]),
                Integer.parseInt(parts[6]));
    }

    /** What every key of an agreement begins with, and no other's. */
    static String of(AgreementId agreement) {
        return agreement.value() + SPLIT;
    }

    static String join(String... parts) {
        return String.join(String.valueOf(SPLIT), parts);
    }
}
