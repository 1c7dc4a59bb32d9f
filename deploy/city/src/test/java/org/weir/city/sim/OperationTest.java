package org.weir.city.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.Timetable;
import org.weir.city.timetable.TimetableBuilder;

class OperationTest {
    private static final City CITY = CityBuilder.build(1);
    private static final Map<DayType, Timetable> TIMETABLES = TimetableBuilder.all(CITY);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(CITY.zone())).toInstant();
    }

    private static List<BusReport> reports(Operation operation) {
        List<BusReport> reports = new ArrayList<>();
        operation.report(v -> true, reports::add);
        return reports;
    }

    @Test
    void fortyBusesAndMore_runAtHalfPastThree_onYesterdaysTrips() {
        // When
        List<BusReport> out = reports(new Operation(CITY, TIMETABLES, at("2026-03-03T03:30"), StopEvents.NOBODY));
        // Then
        assertThat(out).hasSizeGreaterThanOrEqualTo(40);
        assertThat(out).allMatch(r -> r.serviceDate().equals(LocalDate.of(2026, 3, 2)));
        assertThat(out).allMatch(r -> r.trip().end() > 27 * 3600);
    }

    @Test
    void fortyBusesAndMore_runAtAnyTime_whenOneServiceDateFollowsAnother() {
        // Given: the night of the change to summer time, when the second date begins an hour early
        Operation operation = new Operation(CITY, TIMETABLES, at("2026-03-08T00:30"), StopEvents.NOBODY);
        long end = at("2026-03-08T09:00").getEpochSecond();
        // Then
        for (long now = operation.now(); now <= end; now += 600) {
            operation.advance(now);
            assertThat(reports(operation))
                    .as(Instant.ofEpochSecond(now).toString())
                    .hasSizeGreaterThanOrEqualTo(40);
            assertThat(reports(operation).stream().map(BusReport::vehicleId)).doesNotHaveDuplicates();
        }
    }

    @Test
    void isTheSame_whereverItBegan() {
        // Given
        long noon = at("2026-03-03T12:00").getEpochSecond();
        Operation early = new Operation(CITY, TIMETABLES, at("2026-03-03T00:30"), StopEvents.NOBODY);
        Operation late = new Operation(CITY, TIMETABLES, at("2026-03-03T11:45"), StopEvents.NOBODY);
        // When
        early.advance(noon);
        late.advance(noon);
        // Then
        assertThat(byVehicle(early)).isEqualTo(byVehicle(late)).hasSizeGreaterThan(140);
    }

    private static Map<String, String> byVehicle(Operation operation) {
        Map<String, String> places = new TreeMap<>();
        reports(operation)
                .forEach(r -> places.put(
                        r.vehicleId(), r.trip().id() + " " + r.point() + " " + r.load() + " " + r.odometer()));
        return places;
    }

    @Test
    void tells_onlyWhatHappensAfterItsBeginning() {
        Instant begin = at("2026-03-02T08:00");
        List<StopEvent> events = new ArrayList<>();
        Operation operation = new Operation(CITY, TIMETABLES, begin, events::add);
        operation.advance(begin.getEpochSecond() + 300);
        assertThat(events).hasSizeGreaterThan(200);
        assertThat(events).allMatch(e -> e.departure() >= begin.getEpochSecond());
    }
}
