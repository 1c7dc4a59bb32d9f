package org.weir.dashboard.stream;

import java.time.LocalDate;
import org.weir.schemas.id.AgreementId;

/** Keys as text. Ids of a GTFS may hold any character, so the parts are split by one that no text file holds. */
public final class Keys {
    private static final char SPLIT = '\u001f';

    private Keys() {}

    public static String write(RunKey key) {
        return join(key.agreement(), key.feed(), key.date().toString(), key.trip(), key.vehicle());
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException or a parse exception where it is none
     */
    public static RunKey read(String text) {
        int agreement = text.indexOf(SPLIT);
        int feed = text.indexOf(SPLIT, agreement + 1);
        int date = text.indexOf(SPLIT, feed + 1);
        int trip = text.indexOf(SPLIT, date + 1);
        if (agreement < 0 || feed < 0 || date < 0 || trip < 0) {
            throw new IllegalArgumentException("Not the key of a run");
        }
        return new RunKey(
                text.substring(0, agreement),
                text.substring(agreement + 1, feed),
                LocalDate.parse(text.substring(feed + 1, date)),
                text.substring(date + 1, trip),
                text.substring(trip + 1));
    }

    /** What every key of an agreement begins with, and no other's. */
    public static String of(AgreementId agreement) {
        return agreement.value() + SPLIT;
    }

    /** What every key of a feed under an agreement begins with, and no other's. */
    static String of(String agreement, String feed) {
        return agreement + SPLIT + feed + SPLIT;
    }

    /** Agreement, feed and vehicle of a vehicle's key. */
    static String[] parts(String key) {
        int agreement = key.indexOf(SPLIT);
        int feed = key.indexOf(SPLIT, agreement + 1);
        return new String[] {key.substring(0, agreement), key.substring(agreement + 1, feed), key.substring(feed + 1)};
    }

    private static String join(String... parts) {
        return String.join(String.valueOf(SPLIT), parts);
    }
}
