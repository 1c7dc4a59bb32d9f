package org.weir.city.timetable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;

/** Which timetable runs on which date. Holidays run as Sundays. */
public final class ServiceCalendar {
    private static final List<MonthDay> FIXED = List.of(MonthDay.of(1, 1), MonthDay.of(7, 4), MonthDay.of(12, 25));

    private final LocalDate first;
    private final LocalDate last;

    private ServiceCalendar(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    /**
     * A calendar of whole years that holds 60 days before and 300 days after a date, so that every date of a year
     * gives the same one (but for those near its ends).
     */
    public static ServiceCalendar around(LocalDate date) {
        return new ServiceCalendar(
                date.minusDays(60).withDayOfYear(1), date.plusDays(300).with(TemporalAdjusters.lastDayOfYear()));
    }

    public LocalDate first() {
        return first;
    }

    public LocalDate last() {
        return last;
    }

    /** Holidays of the calendar's years in order. */
    public List<LocalDate> holidays() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            for (MonthDay day : FIXED) {
                days.add(day.atYear(year));
            }
            LocalDate start = LocalDate.of(year, Month.JANUARY, 1);
            days.add(start.withMonth(5).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
            days.add(start.withMonth(9).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
            days.add(start.withMonth(11).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
        }
        return List.copyOf(days);
    }

    public static DayType ordinary(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> DayType.SATURDAY;
            case SUNDAY -> DayType.SUNDAY;
            default -> DayType.WEEKDAY;
        };
    }

    public static DayType on(LocalDate date) {
        return around(date).holidays().contains(date) ? DayType.SUNDAY : ordinary(date);
    }

    /** Second 0 of a service day: noon minus 12 hours (GTFS), which on a daylight-saving day is not midnight. */
    public static Instant start(LocalDate date, ZoneId zone) {
        return date.atTime(LocalTime.NOON).atZone(zone).toInstant().minusSeconds(12 * 3600);
    }
}
