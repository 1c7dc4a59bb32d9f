package org.weir.city.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ServiceCalendarTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void holdsTheDaysAround_inWholeYears() {
        ServiceCalendar calendar = ServiceCalendar.around(LocalDate.of(2026, 2, 10));
        assertThat(calendar.first()).isEqualTo("2025-01-01");
        assertThat(calendar.last()).isEqualTo("2026-12-31");
        assertThat(ServiceCalendar.around(LocalDate.of(2026, 11, 22)).last()).isEqualTo("2027-12-31");
    }

    @Test
    void runsHolidays_asSundays() {
        assertThat(ServiceCalendar.on(LocalDate.of(2026, 11, 26))).isEqualTo(DayType.SUNDAY);
        assertThat(ServiceCalendar.on(LocalDate.of(2026, 5, 25))).isEqualTo(DayType.SUNDAY);
        assertThat(ServiceCalendar.on(LocalDate.of(2026, 9, 7))).isEqualTo(DayType.SUNDAY);
        assertThat(ServiceCalendar.on(LocalDate.of(2026, 12, 25))).isEqualTo(DayType.SUNDAY);
        assertThat(ServiceCalendar.on(LocalDate.of(2026, 7, 4))).isEqualTo(DayType.SUNDAY);
        assertThat(ServiceCalendar.on(LocalDate.of(2026, 3, 2))).isEqualTo(DayType.WEEKDAY);
        assertThat(ServiceCalendar.on(LocalDate.of(2026, 3, 7))).isEqualTo(DayType.SATURDAY);
    }

    @Test
    void beginsTwelveHoursBeforeNoon_onADaylightSavingDayToo() {
        assertThat(ServiceCalendar.start(LocalDate.of(2026, 3, 2), ZONE))
                .isEqualTo(Instant.parse("2026-03-02T05:00:00Z"));
        // The clock jumps from 2 to 3: second 0 is 23:00 of the evening before.
        assertThat(ServiceCalendar.start(LocalDate.of(2026, 3, 8), ZONE))
                .isEqualTo(Instant.parse("2026-03-08T04:00:00Z"));
        assertThat(ServiceCalendar.start(LocalDate.of(2026, 11, 1), ZONE))
                .isEqualTo(Instant.parse("2026-11-01T05:00:00Z"));
    }
}
