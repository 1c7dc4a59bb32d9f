package org.weir.dashboard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * GTFS's service day: it begins at noon minus twelve hours, which is midnight but on the two nights when clocks change,
 * and a trip at 25:10 belongs to the day before.
 */
public final class ServiceDate {
    private static final int HALF_DAY = 43_200;

    /** Before this local hour a bus without a known trip most likely serves yesterday. */
    private static final int DAY_BREAKS = 3 * 3_600;

    private ServiceDate() {}

    /** POSIX seconds of a service day's beginning. */
    public static long begin(LocalDate date, ZoneId zone) {
        return date.atTime(LocalTime.NOON).atZone(zone).toEpochSecond() - HALF_DAY;
    }

    /**
     * The service date on which a time of day comes closest to a moment.
     *
     * @param seconds scheduled seconds after the service day's beginning
     * @param moment POSIX seconds
     */
    public static LocalDate closest(int seconds, double moment, ZoneId zone) {
        LocalDate today = local(moment, zone);
        LocalDate best = today;
        double least = Double.POSITIVE_INFINITY;
        for (int back = -1; back <= 2; back++) {
            LocalDate date = today.minusDays(back);
            double off = Math.abs(moment - begin(date, zone) - seconds);
            if (off < least) {
                least = off;
                best = date;
            }
        }
        return best;
    }

    /** The service date of a moment where no trip is known. */
    public static LocalDate of(double moment, ZoneId zone) {
        return local(moment - DAY_BREAKS, zone);
    }

    /** When positions without a known trip begin to count to a service date: POSIX seconds. */
    static long breaks(LocalDate date, ZoneId zone) {
        return date.atTime(LocalTime.MIDNIGHT).atZone(zone).toEpochSecond() + DAY_BREAKS;
    }

    /** The calendar date of a moment. */
    static LocalDate local(double moment, ZoneId zone) {
        return Instant.ofEpochSecond((long) moment).atZone(zone).toLocalDate();
    }
}
