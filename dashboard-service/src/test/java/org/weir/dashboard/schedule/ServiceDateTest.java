package org.weir.dashboard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ServiceDateTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static double at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    @Test
    void countsATripPastMidnightToTheDayBefore() {
        // 25:10 on the 9th is 01:10 on the 10th
        assertThat(ServiceDate.closest(90_600, at("2026-02-10T06:12:00Z"), NEW_YORK))
                .isEqualTo(LocalDate.of(2026, 2, 9));
    }

    @Test
    void countsALateTripToItsOwnDay() {
        assertThat(ServiceDate.closest(86_000, at("2026-02-10T05:20:00Z"), NEW_YORK))
                .isEqualTo(LocalDate.of(2026, 2, 9));
    }

    @Test
    void countsAnEarlyTripToItsOwnDay() {
        // 00:02 scheduled, left at 23:59 the evening before
        assertThat(ServiceDate.closest(120, at("2026-02-10T04:59:00Z"), NEW_YORK))
                .isEqualTo(LocalDate.of(2026, 2, 10));
    }

    @Test
    void beginsAtNoonMinusTwelveHours_alsoWhenClocksChange() {
        // Clocks go forward on 2026-03-08: the service day begins at 23:00 on the 7th
        assertThat(ServiceDate.begin(LocalDate.of(2026, 3, 8), NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-08T04:00:00Z").getEpochSecond());
        // and back on 2026-11-01: it begins at 01:00, the first of the two
        assertThat(ServiceDate.begin(LocalDate.of(2026, 11, 1), NEW_YORK))
                .isEqualTo(Instant.parse("2026-11-01T05:00:00Z").getEpochSecond());
    }

    @Test
    void countsTheNightToTheDayBefore_whereNoTripIsKnown() {
        assertThat(ServiceDate.of(at("2026-02-10T06:12:00Z"), NEW_YORK)).isEqualTo(LocalDate.of(2026, 2, 9));
    }
}
