package org.weir.city.flaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.weir.city.geo.Point;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.sim.BusReport;
import org.weir.city.sim.StopEvent;

/** One Monday, heard without a flaw and with one after the other. */
class TruthDayTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final City CITY = CityBuilder.build(1);
    private static final Sampling MINUTE = Sampling.CLEAN.every(60);
    private static final TruthDay CLEAN = TruthDay.of(CITY, MONDAY, MINUTE, 7);

    private static TruthDay day(Sampling sampling) {
        return TruthDay.of(CITY, MONDAY, sampling, 7);
    }

    private static double share(TruthDay day, Predicate<Message> which) {
        return day.messages().stream().filter(which).count()
                / (double) day.messages().size();
    }

    @Test
    void losesNothing_whereClean() {
        // Given
        Map<String, Long> before = new HashMap<>();
        int gaps = 0;
        for (Message message : CLEAN.messages()) {
            BusReport truth = message.truth();
            // Then: every minute of every trip is there, at once, and says what is true
            Long last = before.put(truth.vehicleId() + truth.trip().run(), truth.at());
            gaps += last != null && truth.at() - last != 60 ? 1 : 0;
            assertThat(message.arrival()).isEqualTo(truth.at());
            assertThat(message.position()).isEqualTo(Position.of(CITY.plane(), truth));
        }
        assertThat(gaps).isZero();
        assertThat(CLEAN.messages()).hasSizeGreaterThan(150_000);
        assertThat(CLEAN.detours()).isEmpty();
    }

    @Test
    void isTheSameTruth_howeverItIsHeard() {
        TruthDay rough = day(Sampling.ROUGH);
        assertThat(rough.stops()).isEqualTo(CLEAN.stops());
        assertThat(heard(rough).equals(heard(CLEAN))).isFalse();
    }

    @Test
    void isTheSameDay_forTheSameSeed_andAnotherForAnother() {
        Sampling sampling = Sampling.ROUGH.every(120);
        List<Heard> once = heard(day(sampling));
        assertThat(heard(day(sampling)).equals(once)).isTrue();
        assertThat(heard(TruthDay.of(CITY, MONDAY, sampling, 8)).equals(once)).isFalse();
    }

    private record Heard(long arrival, Position position) {}

    private static List<Heard> heard(TruthDay day) {
        return day.messages().stream()
                .map(m -> new Heard(m.arrival(), m.position()))
                .toList();
    }

    @Test
    void arrivesInOrderOfArrival_butNotOfTime() {
        long before = Long.MIN_VALUE;
        int backwards = 0;
        long newest = 0;
        for (Message message : day(MINUTE.late(0.1, 300)).messages()) {
            assertThat(message.arrival()).isGreaterThanOrEqualTo(before);
            before = message.arrival();
            backwards += message.position().timestamp() < newest ? 1 : 0;
            newest = Math.max(newest, message.position().timestamp());
        }
        assertThat(backwards).isGreaterThan(10_000);
    }

    @Test
    void loses_repeatsAndHoldsUp_theShareItSays() {
        int all = CLEAN.messages().size();
        assertThat(day(MINUTE.lost(0.05)).messages().size() / (double) all).isCloseTo(0.95, within(0.003));
        assertThat(day(MINUTE.twice(0.02)).messages().size() / (double) all).isCloseTo(1.02, within(0.002));
        TruthDay late = day(MINUTE.late(0.1, 300));
        assertThat(share(late, m -> m.arrival() > m.truth().at())).isCloseTo(0.1, within(0.005));
        assertThat(late.messages().stream()
                        .mapToLong(m -> m.arrival() - m.truth().at())
                        .filter(by -> by > 0)
                        .average()
                        .orElseThrow())
                .isCloseTo(300, within(5.0));
    }

    @Test
    void fallsSilent_forAsLongAsItSays() {
        // Given: a fifth of the half hours hold ten silent minutes, a fifteenth of all time
        TruthDay day = day(MINUTE.gaps(0.2, 10));
        // Then
        assertThat(day.messages().size() / (double) CLEAN.messages().size()).isCloseTo(1 - 0.2 / 3, within(0.01));
    }

    @Test
    void blursPlaces_byTheSigmaItSays_andRemembersWhere() {
        double squares = 0;
        double products = 0;
        double speedSquares = 0;
        int pairs = 0;
        int moving = 0;
        Map<String, double[]> before = new HashMap<>();
        List<Message> messages = day(Sampling.CLEAN.every(30).noise(10)).messages();
        for (Message message : messages) {
            Point said = CITY.plane()
                    .point(message.position().latitude(), message.position().longitude());
            double[] error = {
                said.x() - message.truth().point().x(),
                said.y() - message.truth().point().y()
            };
            squares += error[0] * error[0] + error[1] * error[1];
            double[] last = before.put(
                    message.position().vehicle() + message.truth().trip().run(), error);
            if (last != null) {
                products += error[0] * last[0] + error[1] * last[1];
                pairs += 2;
            }
            if (message.truth().speed() > 5) {
                speedSquares +=
                        Math.pow(message.position().speed() - message.truth().speed(), 2);
                moving++;
            }
        }
        assertThat(Math.sqrt(squares / (2.0 * messages.size()))).isCloseTo(10, within(0.1));
        // Half a minute on, nine tenths of the variance have decayed to e^-0.5.
        assertThat(products / pairs / 100).isCloseTo(0.9 * Math.exp(-0.5), within(0.03));
        assertThat(Math.sqrt(speedSquares / moving)).isCloseTo(0.3, within(0.01));
    }

    @Test
    void jumpsAndFreezes() {
        assertThat(share(day(MINUTE.jumps(0.02)), m -> off(m) > 299)).isCloseTo(0.02, within(0.002));
        // A tenth of the half hours hold a spell of 6.5 minutes; about half of it moves the bus away from where it
        // froze.
        assertThat(share(day(MINUTE.frozen(0.1)), m -> off(m) > 1)).isBetween(0.01, 0.022);
    }

    private static double off(Message message) {
        return CITY.plane()
                .point(message.position().latitude(), message.position().longitude())
                .distanceTo(message.truth().point());
    }

    @Test
    void setsClocksWrong_onSomeVehicles_allDay() {
        TruthDay day = day(MINUTE.clockWrong(0.1, 3600));
        Map<String, Set<Long>> errors = new HashMap<>();
        day.messages().forEach(m -> errors.computeIfAbsent(m.position().vehicle(), k -> new HashSet<>())
                .add(m.position().timestamp() - m.truth().at()));
        assertThat(errors.values()).allMatch(e -> e.size() == 1);
        assertThat(errors.values().stream().filter(e -> e.contains(3600L)).count() / (double) errors.size())
                .isBetween(0.04, 0.17);
        assertThat(share(day, m -> m.arrival() == m.truth().at())).isEqualTo(1);
    }

    @Test
    void mislabels_theShareOfTripsItSays() {
        TruthDay day = day(MINUTE.labels(new Labels(0.05, 0.06, 0.04, 0.3)));
        Map<String, List<String>> names = new HashMap<>();
        for (Message message : day.messages()) {
            String trip = message.truth().trip().id();
            String said = message.position().trip();
            names.computeIfAbsent(trip, k -> new ArrayList<>())
                    .add(said == null ? "none" : said.equals(trip) ? "right" : said);
        }
        double trips = names.size();
        // The last word counts: a stale label has been put right by then.
        Map<String, String> last = new HashMap<>();
        names.forEach((trip, said) -> last.put(trip, said.get(said.size() - 1)));
        assertThat(last.values().stream().filter("none"::equals).count() / trips)
                .isCloseTo(0.05, within(0.01));
        assertThat(last.entrySet().stream()
                                .filter(e -> sameWay(e.getKey(), e.getValue()))
                                .count()
                        / trips)
                .isCloseTo(0.06, within(0.01));
        assertThat(last.entrySet().stream()
                                .filter(e -> otherWay(e.getKey(), e.getValue()))
                                .count()
                        / trips)
                .isCloseTo(0.04, within(0.01));
        assertThat(names.values().stream()
                                .filter(said -> !Objects.equals(said.get(0), said.get(said.size() - 1)))
                                .count()
                        / trips)
                // Of the trips that have one before them in their run.
                .isBetween(0.2, 0.3);
    }

    /** weekday-ROUTE-DIRECTION-TIME */
    private static boolean sameWay(String trip, String said) {
        return said.contains("-") && pattern(trip).equals(pattern(said));
    }

    private static boolean otherWay(String trip, String said) {
        return said.contains("-") && !pattern(trip).equals(pattern(said));
    }

    private static String pattern(String trip) {
        return trip.substring(0, trip.lastIndexOf('-'));
    }

    @Test
    void detours_leaveTheRoute_andReturn() {
        // Given
        TruthDay day = day(MINUTE.every(15).detours(0.05));
        Map<String, Detour> byTrip = new HashMap<>();
        day.detours().forEach(d -> byTrip.put(d.trip(), d));
        long trips = day.stops().stream().map(StopEvent::tripId).distinct().count();
        // Then
        assertThat(byTrip.size() / (double) trips).isCloseTo(0.05, within(0.012));
        Set<String> seen = new HashSet<>();
        for (Message message : day.messages()) {
            Detour detour = byTrip.get(message.truth().trip().id());
            double along = message.truth().along();
            boolean on = detour != null && along > detour.from() && along < detour.to();
            if (!on) {
                assertThat(off(message)).isLessThan(0.01);
            } else if (off(message) > 100) {
                seen.add(detour.trip());
            }
        }
        assertThat(seen.size()).isGreaterThan(byTrip.size() * 8 / 10);
    }
}
