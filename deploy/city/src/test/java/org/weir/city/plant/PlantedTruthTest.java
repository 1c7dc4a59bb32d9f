package org.weir.city.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.weir.city.flaw.Sampling;
import org.weir.city.flaw.TruthDay;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.network.Planted;
import org.weir.city.network.Planted.Kind;
import org.weir.city.sim.BusReport;
import org.weir.city.sim.StopEvent;
import org.weir.city.street.Block;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.TimetableBuilder;
import org.weir.city.timetable.Trip;

/** What buses truly feel of what is planted: a Tuesday of two cities, with it and without. */
class PlantedTruthTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final List<Seen> CITIES = List.of(Seen.of(1, TUESDAY), Seen.of(7, TUESDAY));

    /** One city's day with what is planted, and the same day without. */
    private record Seen(Day with, Day without) {
        static Seen of(long seed, LocalDate date) {
            return new Seen(new Day(Planting.city(seed), date), new Day(CityBuilder.build(seed), date));
        }
    }

    private static final class Day {
        final TruthDay truth;
        final long start;
        final Map<String, Trip> trips = new HashMap<>();

        Day(City city, LocalDate date) {
            truth = TruthDay.of(city, date, Sampling.CLEAN, 1);
            start = ServiceCalendar.start(date, ZoneId.of(city.zone())).getEpochSecond();
            TimetableBuilder.build(city, DayType.WEEKDAY).trips().forEach(t -> trips.put(t.id(), t));
        }

        /** Between seven and seven, on the place's blocks. */
        List<BusReport> on(Planted place) {
            return truth.messages().stream()
                    .map(m -> m.truth())
                    .filter(r -> r.at() - start > 7 * 3600 && r.at() - start < 19 * 3600)
                    .filter(r -> place.blocks().contains(block(r).id()))
                    .toList();
        }

        double speed(Planted place) {
            return on(place).stream()
                    .filter(r -> r.status() != BusReport.Status.STOPPED)
                    .mapToDouble(BusReport::speed)
                    .average()
                    .orElseThrow();
        }

        double busesAnHour(Planted place) {
            return on(place).stream().map(r -> r.trip().id()).distinct().count() / 12.0;
        }

        /** Seconds that a bus spends on the place's last 150 m before the crossing. */
        double before(Planted signal) {
            List<BusReport> near = on(signal).stream()
                    .filter(r -> signal.lines().stream().anyMatch(l -> l.distanceTo(r.point()) < 1))
                    .toList();
            return 15.0
                    * near.size()
                    / near.stream().map(r -> r.trip().id()).distinct().count();
        }

        double dwell(Predicate<StopEvent> at) {
            return truth.stops().stream()
                    .filter(at)
                    .mapToDouble(e -> e.departure() - e.arrival())
                    .average()
                    .orElseThrow();
        }

        /** Seconds after the timetable at which buses come to the place's last stop. */
        double lateness(Planted place) {
            return truth.stops().stream()
                    .filter(e -> at(place, e))
                    .mapToDouble(
                            e -> e.arrival() - start - trips.get(e.tripId()).times()[e.sequence() - 1])
                    .average()
                    .orElseThrow();
        }

        boolean at(Planted place, StopEvent event) {
            return event.stopId().equals(place.stop())
                    && trips.get(event.tripId()).pattern().id().equals(place.pattern());
        }

        private static Block block(BusReport report) {
            double[] starts = report.trip().pattern().blockStarts();
            int i = starts.length - 1;
            while (i > 0 && starts[i] > report.along()) {
                i--;
            }
            return report.trip().pattern().blocks().get(i);
        }
    }

    private interface Look {
        void at(Planted place, Seen seen);
    }

    private static void each(Kind kind, Look look) {
        for (Seen seen : CITIES) {
            seen.with.truth.city().planted().stream()
                    .filter(p -> p.kind() == kind)
                    .forEach(p -> look.at(p, seen));
        }
    }

    @Test
    void lanes_areSlowForHours_withManyBuses() {
        each(Kind.LANE, (place, seen) -> {
            assertThat(seen.with.busesAnHour(place)).as(place.name()).isGreaterThan(12);
            // The corridor is slow in every city.
            double slow = place.id().equals("lane-1") ? 6 : 0.85 * seen.without.speed(place);
            assertThat(seen.with.speed(place)).as(place.name()).isLessThan(slow);
        });
    }

    @Test
    void signals_holdBusesUp() {
        each(Kind.SIGNAL, (place, seen) -> assertThat(seen.with.before(place))
                .as(place.name())
                .isGreaterThan(seen.without.before(place) + 25));
    }

    @Test
    void stops_keepBusesLong() {
        each(Kind.STOP, (place, seen) -> assertThat(
                        seen.with.dwell(e -> e.stopId().equals(place.stop())))
                .as(place.name())
                .isGreaterThan(seen.without.dwell(e -> e.stopId().equals(place.stop())) + 25));
    }

    @Test
    void schedules_makeBusesLate_thatAreAsFastAsEver() {
        each(Kind.SCHEDULE, (place, seen) -> {
            assertThat(seen.with.lateness(place)).as(place.name()).isGreaterThan(seen.without.lateness(place) + 120);
            if (place.blocks().stream().noneMatch(otherwisePlanted(seen))) {
                assertThat(seen.with.speed(place)).as(place.name()).isGreaterThan(0.93 * seen.without.speed(place));
            }
        });
    }

    private static Predicate<Integer> otherwisePlanted(Seen seen) {
        return block -> seen.with.truth.city().planted().stream()
                .anyMatch(p -> p.pattern() == null && p.blocks().contains(block));
    }

    @Test
    void holding_isTheTimetablesWish() {
        each(Kind.HOLDING, (place, seen) -> {
            assertThat(seen.with.dwell(e -> seen.with.at(place, e)))
                    .as(place.name())
                    .isGreaterThan(seen.without.dwell(e -> seen.without.at(place, e)) + 30);
            assertThat(seen.with.lateness(place)).as(place.name()).isLessThan(60);
        });
    }

    @Test
    void fewBuses_areSlow_andFew() {
        each(Kind.FEW_BUSES, (place, seen) -> {
            assertThat(seen.with.speed(place)).as(place.name()).isLessThan(0.75 * seen.without.speed(place));
            assertThat(seen.with.busesAnHour(place)).as(place.name()).isLessThan(7);
        });
    }

    @Test
    void aBadDay_isOneWeekdayInFourWeeks() {
        // Given
        Planted place = CITIES.get(0).with.truth.city().planted().stream()
                .filter(p -> p.kind() == Kind.BAD_DAY)
                .findFirst()
                .orElseThrow();
        List<LocalDate> bad =
                TUESDAY.datesUntil(TUESDAY.plusDays(28)).filter(place::on).toList();
        assertThat(bad).hasSize(1);
        assertThat(bad.get(0).getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
        // When
        Seen seen = Seen.of(1, bad.get(0));
        // Then
        assertThat(seen.with.speed(place)).isLessThan(0.7 * seen.without.speed(place));
        assertThat(CITIES.get(0).with.speed(place))
                .isGreaterThan(0.95 * CITIES.get(0).without.speed(place));
    }
}
