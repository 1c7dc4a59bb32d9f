package org.weir.city.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;

class TimetableBuilderTest {
    private static final City CITY = CityBuilder.build(1);
    private static final Map<DayType, Timetable> ALL = TimetableBuilder.all(CITY);

    @Test
    void times_rise_andTimepointsAreWholeMinutes() {
        for (Timetable timetable : ALL.values()) {
            for (Trip trip : timetable.trips()) {
                for (int i = 0; i < trip.times().length; i++) {
                    assertThat(i == 0 || trip.times()[i] > trip.times()[i - 1])
                            .as(trip.id())
                            .isTrue();
                    assertThat(!trip.pattern().timepoint(i) || trip.times()[i] % 60 == 0)
                            .as(trip.id())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aVehicle_goesToAndFro_withARest() {
        for (Timetable timetable : ALL.values()) {
            for (Run run : timetable.runs()) {
                for (int i = 1; i < run.trips().size(); i++) {
                    Trip before = run.trips().get(i - 1);
                    Trip trip = run.trips().get(i);
                    assertThat(trip.start() - before.end()).isGreaterThanOrEqualTo(240);
                    assertThat(trip.pattern().direction())
                            .isNotEqualTo(before.pattern().direction());
                }
            }
        }
    }

    @Test
    void peaks_haveMoreBuses_andNightsSome() {
        assertThat(busy(DayType.WEEKDAY, 8)).isGreaterThan(busy(DayType.WEEKDAY, 12));
        assertThat(busy(DayType.WEEKDAY, 12)).isGreaterThan(busy(DayType.SATURDAY, 12));
        assertThat(busy(DayType.SATURDAY, 12)).isGreaterThan(busy(DayType.SUNDAY, 12));
        assertThat(busy(DayType.SUNDAY, 27)).isGreaterThan(30);
    }

    private static long busy(DayType day, int hour) {
        return ALL.get(day).runs().stream()
                .filter(r -> r.start() <= hour * 3600 && r.end() >= hour * 3600)
                .count();
    }

    @Test
    void noVehicle_isInTwoPlaces_acrossTwoDates() {
        // Given
        Map<String, List<long[]>> work = new HashMap<>();
        for (LocalDate date = LocalDate.of(2026, 3, 5);
                date.isBefore(LocalDate.of(2026, 3, 10));
                date = date.plusDays(1)) {
            Timetable timetable = ALL.get(ServiceCalendar.on(date));
            Map<String, String> vehicles = Fleet.assign(CITY.agency(), timetable, date);
            long start = date.toEpochDay() * 86400;
            for (Run run : timetable.runs()) {
                work.computeIfAbsent(vehicles.get(run.id()), k -> new ArrayList<>())
                        .add(new long[] {start + run.start(), start + run.end()});
            }
        }
        // Then
        for (List<long[]> runs : work.values()) {
            runs.sort((a, b) -> Long.compare(a[0], b[0]));
            for (int i = 1; i < runs.size(); i++) {
                assertThat(runs.get(i)[0] - runs.get(i - 1)[1]).isGreaterThan(20 * 60);
            }
        }
    }
}
