package org.weir.dashboard.movement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.Trip;

/** Of which service date a trip is. What a feed says is believed as far as it can be true. */
final class Dates {
    private Dates() {}

    static LocalDate of(Trip trip, Said said, long moment, ZoneId zone) {
        LocalDate reckoned = ServiceDate.closest(trip.start(), moment, zone);
        LocalDate told = read(said.date());
        boolean likely = told != null && Math.abs(ChronoUnit.DAYS.between(told, reckoned)) <= 1;
        return likely ? told : reckoned;
    }

    /** The date that the feed says, or null; it may be anything. */
    private static LocalDate read(String date) {
        if (date == null || date.length() != 8) {
            return null;
        }
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
