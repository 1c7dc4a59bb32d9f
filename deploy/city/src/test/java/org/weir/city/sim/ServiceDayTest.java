package org.weir.city.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.network.Pattern;
import org.weir.city.street.Block;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.Timetable;
import org.weir.city.timetable.TimetableBuilder;
import org.weir.city.timetable.Trip;

/** A whole Monday, watched every 20 seconds. */
class ServiceDayTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final City CITY = CityBuilder.build(1);
    private static final Timetable TIMETABLE = TimetableBuilder.build(CITY, DayType.WEEKDAY);
    private static final long START =
            ServiceCalendar.start(MONDAY, ZoneId.of(CITY.zone())).getEpochSecond();
    private static final List<StopEvent> EVENTS = new ArrayList<>();
    private static final List<BusReport> REPORTS = new ArrayList<>();

    @BeforeAll
    static void watchADay() {
        ServiceDay day = new ServiceDay(CITY, TIMETABLE, MONDAY, EVENTS::add);
        for (long at = day.begins().getEpochSecond(); !day.over(); at += 20) {
            day.advance(at);
            day.report(v -> true, REPORTS::add);
        }
    }

    @Test
    void isTheSameDay_howeverItIsAdvanced() {
        // Given
        List<StopEvent> again = new ArrayList<>();
        ServiceDay day = new ServiceDay(CITY, TIMETABLE, MONDAY, again::add);
        // When
        for (long at = day.begins().getEpochSecond(); !day.over(); at += 3607) {
            day.advance(at);
        }
        // Then
        assertThat(again).isEqualTo(EVENTS);
    }

    @Test
    void everyTrip_servesEveryStopOnce_inOrder() {
        // Given
        Map<String, List<StopEvent>> trips = new HashMap<>();
        EVENTS.forEach(
                e -> trips.computeIfAbsent(e.tripId(), k -> new ArrayList<>()).add(e));
        // Then
        assertThat(trips).hasSameSizeAs(TIMETABLE.trips());
        for (Trip trip : TIMETABLE.trips()) {
            List<StopEvent> events = trips.get(trip.id());
            assertThat(events).hasSameSizeAs(trip.pattern().stops());
            for (int i = 0; i < events.size(); i++) {
                StopEvent event = events.get(i);
                assertThat(event.sequence()).isEqualTo(i + 1);
                assertThat(event.stopId())
                        .isEqualTo(trip.pattern().stops().get(i).id());
                assertThat(event.departure()).isGreaterThanOrEqualTo(event.arrival());
                if (i > 0) {
                    assertThat(event.arrival()).isGreaterThan(events.get(i - 1).departure());
                }
            }
        }
    }

    @Test
    void noBus_leavesATerminalOrTimepointEarly() {
        Map<String, Trip> trips = new HashMap<>();
        TIMETABLE.trips().forEach(t -> trips.put(t.id(), t));
        for (StopEvent event : EVENTS) {
            Trip trip = trips.get(event.tripId());
            int stop = event.sequence() - 1;
            if (trip.pattern().timepoint(stop) && stop < trip.times().length - 1) {
                // A bus that halts decides on the last metres; one that passes does so at most a few seconds early.
                assertThat(event.departure() - START - trip.times()[stop]).isGreaterThan(-15);
            }
        }
    }

    @Test
    void noBus_exceedsTheLimitOfItsStreet() {
        for (BusReport report : REPORTS) {
            assertThat(report.speed()).isLessThanOrEqualTo(block(report).limit() + 1e-6);
        }
    }

    private static Block block(BusReport report) {
        Pattern pattern = report.trip().pattern();
        int i = 0;
        while (i + 1 < pattern.blocks().size() && pattern.blockStarts()[i + 1] <= report.along()) {
            i++;
        }
        return pattern.blocks().get(i);
    }

    @Test
    void everyBus_isOnItsShape() {
        for (int i = 0; i < REPORTS.size(); i += 37) {
            BusReport report = REPORTS.get(i);
            assertThat(report.trip().pattern().shape().distanceTo(report.point()))
                    .isLessThan(1);
        }
    }

    @Test
    void noBus_goesBackwards() {
        Map<String, BusReport> before = new HashMap<>();
        for (BusReport report : REPORTS) {
            BusReport last = before.put(report.vehicleId(), report);
            if (last != null) {
                assertThat(report.odometer()).isGreaterThanOrEqualTo(last.odometer());
                assertThat(last.trip() != report.trip() || report.along() >= last.along())
                        .isTrue();
            }
        }
    }

    @Test
    void onePositionAtATime_forEachVehicle() {
        Map<Long, Map<String, BusReport>> seen = new HashMap<>();
        for (BusReport report : REPORTS) {
            assertThat(seen.computeIfAbsent(report.at(), k -> new HashMap<>()).put(report.vehicleId(), report))
                    .isNull();
        }
    }

    @Test
    void oneHundredAndFiftyBuses_areOutAllDay_andMoreAtThePeaks() {
        for (int hour = 8; hour <= 18; hour++) {
            assertThat(out(hour * 3600L)).as("at " + hour).isGreaterThanOrEqualTo(150);
        }
        assertThat(out(8 * 3600L)).isGreaterThan(180);
    }

    /** Buses out at a second of the service day, rounded to the next look. */
    private static long out(long second) {
        long first = REPORTS.get(0).at();
        long at = first + Math.round((START + second - first) / 20.0) * 20;
        return REPORTS.stream().filter(r -> r.at() == at).count();
    }

    @Test
    void buses_keepTheirOrder_whereNoneStandsAtAStop() {
        // Given: pairs of driving buses that are on the same block, further apart than a bus is long
        Map<Long, List<BusReport>> looks = new TreeMap<>();
        REPORTS.forEach(
                r -> looks.computeIfAbsent(r.at(), k -> new ArrayList<>()).add(r));
        int pairs = 0;
        int overlapping = 0;
        for (List<BusReport> look : looks.values()) {
            Map<Integer, List<BusReport>> byBlock = new HashMap<>();
            look.stream().filter(r -> r.status() != BusReport.Status.STOPPED).forEach(r -> byBlock.computeIfAbsent(
                            block(r).id(), k -> new ArrayList<>())
                    .add(r));
            for (List<BusReport> lane : byBlock.values()) {
                for (int i = 1; i < lane.size(); i++) {
                    pairs++;
                    overlapping +=
                            lane.get(i).point().distanceTo(lane.get(i - 1).point()) < 8 ? 1 : 0;
                }
            }
        }
        // Then: two that leave a bay or a side street at the same moment may overlap for a few seconds, no more
        assertThat(pairs).isGreaterThan(1000);
        assertThat(overlapping / (double) pairs).isLessThan(0.03);
    }

    @Test
    void theCorridor_isSlowerAtThePeak() {
        assertThat(corridorSpeed(8)).isLessThan(0.75 * corridorSpeed(22));
    }

    private static double corridorSpeed(int hour) {
        return REPORTS.stream()
                .filter(r -> (r.at() - START) / 3600 == hour)
                .filter(r -> r.trip().pattern().route().equals("1"))
                .filter(r -> r.along() > 2800 && r.along() < 5800)
                .mapToDouble(BusReport::speed)
                .average()
                .orElseThrow();
    }

    @Test
    void buses_bunchMoreAndMoreAlongTheLine() {
        double start = 0;
        double end = 0;
        for (String route : List.of("1", "2", "3", "5")) {
            for (int direction = 0; direction < 2; direction++) {
                Pattern pattern = pattern(route + "-" + direction);
                start += irregularity(pattern, 1);
                end += irregularity(pattern, pattern.stops().size() - 1);
            }
        }
        assertThat(start / 8).isLessThan(0.27);
        assertThat(end / 8).isGreaterThan(0.3).isGreaterThan(1.4 * start / 8);
    }

    private static Pattern pattern(String id) {
        return CITY.patterns().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Standard deviation of the headways from 10:00 to 14:30 over their mean. */
    private static double irregularity(Pattern pattern, int sequence) {
        double[] times = EVENTS.stream()
                .filter(e -> e.sequence() == sequence && e.tripId().startsWith("weekday-" + pattern.id() + "-"))
                .mapToDouble(e -> e.departure() - START)
                .filter(t -> t > 10 * 3600 && t < 14.5 * 3600)
                .sorted()
                .toArray();
        double mean = (times[times.length - 1] - times[0]) / (times.length - 1);
        double squares = 0;
        for (int i = 1; i < times.length; i++) {
            squares += Math.pow(times[i] - times[i - 1] - mean, 2);
        }
        return Math.sqrt(squares / (times.length - 1)) / mean;
    }

    @Test
    void most_areOnTime() {
        Map<String, Trip> trips = new HashMap<>();
        TIMETABLE.trips().forEach(t -> trips.put(t.id(), t));
        long all = 0;
        long onTime = 0;
        for (StopEvent event : EVENTS) {
            double late = event.departure() - START - trips.get(event.tripId()).times()[event.sequence() - 1];
            all++;
            onTime += late > -60 && late < 300 ? 1 : 0;
        }
        assertThat(onTime / (double) all).isBetween(0.7, 0.97);
    }
}
