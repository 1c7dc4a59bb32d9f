package org.weir.local.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How the synthetic city's time passes.
 *
 * @param from its local time at the start; empty for the wall clock's
 * @param speed how many times as fast as the wall clock
 */
public record CityClock(Optional<LocalDateTime> from, double speed) {

    /** Where the city lies. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

    private static final LocalTime BUSES_ARE_OUT = LocalTime.of(6, 0);
    private static final LocalTime BUSES_GO_HOME = LocalTime.of(19, 0);

    /** The morning peak, when the corridor is slow and 150 buses and more are out. */
    private static final LocalTime PEAK = LocalTime.of(7, 30);

    /**
     * The city's clock for a run.
     *
     * @param wishes what was asked for
     * @param now the city's local time by the wall clock
     * @param fresh whether nothing of an earlier run is kept; a kept city goes on by the wall clock, for a morning lived
     *     twice would be dropped as already published
     */
    public static CityClock of(Wishes.City wishes, LocalDateTime now, boolean fresh) {
        double speed = wishes.speed().orElse(1.0);
        if (wishes.from().isPresent() || !fresh || worthWatching(now)) {
            return new CityClock(wishes.from(), speed);
        }
        return new CityClock(Optional.of(latestMorning(now)), speed);
    }

    /** Whether its time is not the wall clock's, so that event time must judge freshness. */
    public boolean apart() {
        return from.isPresent() || speed != 1;
    }

    /**
     * What is said of it at the start.
     *
     * @param now the city's local time by the wall clock
     */
    public String told(LocalDateTime now) {
        if (from.isPresent()) {
            return "The city begins on " + from.get().toLocalDate() + " at "
                    + from.get().toLocalTime() + " by its own clock";
        }
        String time = "The city's clock is the wall clock's, " + DAY_AND_TIME.format(now);
        return worthWatching(now)
                ? time
                : time + ", when few buses are out: data of an earlier run is kept, and a morning lived twice"
                        + " would be dropped as already published";
    }

    private static boolean worthWatching(LocalDateTime now) {
        LocalTime time = now.toLocalTime();
        return weekday(now.toLocalDate()) && !time.isBefore(BUSES_ARE_OUT) && time.isBefore(BUSES_GO_HOME);
    }

    private static LocalDateTime latestMorning(LocalDateTime now) {
        LocalDate day = now.toLocalTime().isBefore(PEAK) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        while (!weekday(day)) {
            day = day.minusDays(1);
        }
        return day.atTime(PEAK);
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
