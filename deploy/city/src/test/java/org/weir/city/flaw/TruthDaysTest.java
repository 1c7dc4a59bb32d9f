package org.weir.city.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.city.network.Agency;
import org.weir.city.network.City;
import org.weir.city.plant.Planting;
import org.weir.city.sim.StopEvent;

/** Dates one after the other, among them those of 23 and 25 hours, with two agencies. */
class TruthDaysTest {
    private static final Sampling SELDOM = Sampling.CLEAN.every(120);
    private static final City CITY = Planting.city(2);

    private static TruthDay day(String date) {
        return TruthDay.of(CITY, LocalDate.parse(date), SELDOM, 1);
    }

    private static StopEvent departure(TruthDay day, String trip) {
        return day.stops().stream()
                .filter(e -> e.tripId().equals(trip) && e.sequence() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static long lastMessage(TruthDay day) {
        return day.messages().get(day.messages().size() - 1).truth().at();
    }

    @Test
    void serviceAfterMidnight_belongsToTheDateBefore() {
        // Given: the trip at 25:xx of a Monday
        TruthDay monday = day("2026-03-02");
        StopEvent late = monday.stops().stream()
                .filter(e -> e.sequence() == 1 && e.tripId().matches("weekday-1-0-25.*"))
                .findFirst()
                .orElseThrow();
        // Then: it leaves on Tuesday at one, and is Monday's
        assertThat(late.serviceDate()).isEqualTo("2026-03-02");
        assertThat(Instant.ofEpochSecond((long) late.departure()).toString()).startsWith("2026-03-03T06:");
        Position position = monday.messages().stream()
                .map(Message::position)
                .filter(p -> p.trip().equals(late.tripId()))
                .findFirst()
                .orElseThrow();
        assertThat(position.startDate()).isEqualTo("2026-03-02");
        assertThat(position.startTime()).startsWith("25:");
    }

    @Test
    void summerTime_begins_aDayOf23Hours() {
        TruthDay sunday = day("2026-03-08");
        // Noon is noon: 12:00 EDT is 16:00 UTC.
        assertThat(hourOf(sunday, "sunday-1-0-12")).isEqualTo("2026-03-08T16");
        // The service day begins at noon minus 12 hours, 23:00 EST of Saturday; its 04:00 is 04:00 EDT.
        assertThat(hourOf(sunday, "sunday-1-0-04")).isEqualTo("2026-03-08T08");
        assertThat(hourOf(sunday, "sunday-1-0-25")).isEqualTo("2026-03-09T05");
    }

    @Test
    void summerTime_begins_inTheLateServiceOfTheDateBefore() {
        // 25:00 of Saturday is 13 hours after its noon: 01:00 EST. 27:00 is 04:00 EDT.
        TruthDay saturday = day("2026-03-07");
        assertThat(hourOf(saturday, "saturday-1-0-25")).isEqualTo("2026-03-08T06");
        assertThat(hourOf(saturday, "saturday-1-0-27")).isEqualTo("2026-03-08T08");
    }

    @Test
    void summerTime_ends_aDayOf25Hours() {
        TruthDay sunday = day("2026-11-01");
        // Noon is 17:00 UTC; the service day begins at 01:00 EDT, and its 04:00 is 04:00 EST.
        assertThat(hourOf(sunday, "sunday-1-0-12")).isEqualTo("2026-11-01T17");
        assertThat(hourOf(sunday, "sunday-1-0-04")).isEqualTo("2026-11-01T09");
        // Saturday's 25:00 is 01:00 EDT, its 26:00 the second 01:00 of the night, EST.
        TruthDay saturday = day("2026-10-31");
        assertThat(hourOf(saturday, "saturday-1-0-25")).isEqualTo("2026-11-01T05");
        assertThat(hourOf(saturday, "saturday-1-0-26")).isEqualTo("2026-11-01T06");
    }

    /** The UTC hour in which the first trip whose id begins so was to leave. */
    private static String hourOf(TruthDay day, String trip) {
        String id = day.stops().stream()
                .map(StopEvent::tripId)
                .filter(t -> t.startsWith(trip))
                .sorted()
                .findFirst()
                .orElseThrow();
        int minute = Integer.parseInt(id.substring(id.length() - 2));
        // Buses leave late rather than early, by minutes: the hour is that of the departure less its minute.
        StopEvent event = departure(day, id);
        return Instant.ofEpochSecond((long) event.departure() - minute * 60L)
                .toString()
                .substring(0, 13);
    }

    @Test
    void daysInARow_giveWhatTheDaysGive_withTheNightsBetween() {
        // Given
        List<Message> messages = new ArrayList<>();
        List<StopEvent> stops = new ArrayList<>();
        LocalDate first = LocalDate.parse("2026-03-02");
        // When
        TruthDays.play(CITY, first, 2, SELDOM, 1, stops::add, messages::add);
        // Then
        TruthDay monday = day("2026-03-02");
        TruthDay tuesday = day("2026-03-03");
        assertThat(messages)
                .hasSize(monday.messages().size() + tuesday.messages().size());
        assertThat(stops)
                .containsAll(monday.stops().subList(0, 100))
                .containsAll(tuesday.stops().subList(0, 100));
        long before = 0;
        boolean together = false;
        for (Message message : messages) {
            assertThat(message.arrival()).isGreaterThanOrEqualTo(before);
            before = message.arrival();
            together |= message.truth().serviceDate().equals(first.plusDays(1)) && before < lastMessage(monday);
        }
        assertThat(together).as("Monday's last buses among Tuesday's first").isTrue();
    }

    @Test
    void twoAgencies_shareStreets_butNoVehicleNorStop() {
        // Given
        LocalDate date = LocalDate.parse("2026-03-03");
        TruthDay county = TruthDay.of(Planting.city(2, Agency.COUNTY), date, SELDOM, 1);
        TruthDay riverton = day("2026-03-03");
        // Then
        Set<String> vehicles = new HashSet<>();
        riverton.messages().forEach(m -> vehicles.add(m.position().vehicle()));
        assertThat(county.messages())
                .hasSizeGreaterThan(5000)
                .noneMatch(m -> vehicles.contains(m.position().vehicle()));
        Set<String> stops = new HashSet<>();
        riverton.stops().forEach(s -> stops.add(s.stopId()));
        assertThat(county.stops()).noneMatch(s -> stops.contains(s.stopId()));
        assertThat(county.messages().stream().map(m -> m.position().route()).distinct())
                .containsExactlyInAnyOrder("X1", "X5", "X9", "X12");
    }
}
