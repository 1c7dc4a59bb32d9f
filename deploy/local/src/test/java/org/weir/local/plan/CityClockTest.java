package org.weir.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CityClockTest {

    private static final Wishes.City NOTHING = new Wishes.City(Optional.empty(), Optional.empty());

    @Test
    void takesTheWallClock_onAWorkingDay() {
        assertThat(clock("2026-11-18T09:00", true)).isEqualTo(new CityClock(Optional.empty(), 1));
        assertThat(clock("2026-11-18T09:00", true).apart()).isFalse();
    }

    @Test
    void takesTheLatestWorkingMorning_whenFewBusesAreOut() {
        assertThat(clock("2026-11-18T02:00", true).from()).contains(LocalDateTime.parse("2026-11-17T07:30"));
        assertThat(clock("2026-11-18T22:00", true).from()).contains(LocalDateTime.parse("2026-11-18T07:30"));
        assertThat(clock("2026-11-22T12:00", true).from()).contains(LocalDateTime.parse("2026-11-20T07:30"));
        assertThat(clock("2026-11-23T05:00", true).from()).contains(LocalDateTime.parse("2026-11-20T07:30"));
        assertThat(clock("2026-11-22T12:00", true).apart()).isTrue();
    }

    @Test
    void goesOnByTheWallClock_whenAnEarlierRunIsKept() {
        assertThat(clock("2026-11-22T02:00", false).from()).isEmpty();
    }

    @Test
    void saysWhatTimeItIs_andWhyFewBusesAreOut() {
        LocalDateTime sundayEvening = LocalDateTime.parse("2026-11-22T20:45");
        assertThat(clock("2026-11-22T20:45", false).told(sundayEvening))
                .contains("the wall clock's, Sunday 20:45, when few buses are out")
                .contains("data of an earlier run is kept");
        assertThat(clock("2026-11-18T09:00", false).told(LocalDateTime.parse("2026-11-18T09:00")))
                .isEqualTo("The city's clock is the wall clock's, Wednesday 09:00");
        assertThat(clock("2026-11-22T20:45", true).told(sundayEvening))
                .isEqualTo("The city begins on 2026-11-20 at 07:30 by its own clock");
    }

    @Test
    void takesWhatWasAskedFor() {
        LocalDateTime from = LocalDateTime.parse("2026-03-02T06:30");
        assertThat(CityClock.of(new Wishes.City(Optional.of(20.0), Optional.of(from)), from.plusDays(9), false))
                .isEqualTo(new CityClock(Optional.of(from), 20));
    }

    private static CityClock clock(String now, boolean fresh) {
        return CityClock.of(NOTHING, LocalDateTime.parse(now), fresh);
    }
}
