package org.weir.consent.transform;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How coarse a time is: the local minute, hour, day … that it falls in. */
public enum Coarseness {
    MINUTE("minute"),
    QUARTER_HOUR("quarter-hour"),
    HOUR("hour"),
    DAY("day"),
    MONTH("month");

    private final String word;

    Coarseness(String word) {
        this.word = word;
    }

    /** The word in an agreement. */
    public String word() {
        return word;
    }

    /** When the unit that holds the time begins. */
    ZonedDateTime floor(ZonedDateTime time) {
        return switch (this) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case QUARTER_HOUR -> time.truncatedTo(ChronoUnit.MINUTES).withMinute(time.getMinute() / 15 * 15);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.toLocalDate().atStartOfDay(time.getZone());
            case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay(time.getZone());
        };
    }

    /** When the next unit begins. */
    ZonedDateTime next(ZonedDateTime floor) {
        return switch (this) {
            case MINUTE -> floor.plusMinutes(1);
            case QUARTER_HOUR -> floor.plusMinutes(15);
            case HOUR -> floor.plusHours(1);
            case DAY -> floor.toLocalDate().plusDays(1).atStartOfDay(floor.getZone());
            case MONTH -> floor.toLocalDate().plusMonths(1).atStartOfDay(floor.getZone());
        };
    }
}
