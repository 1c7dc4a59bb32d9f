package org.weir.dashboard.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.weir.dashboard.movement.Ride.EIGHT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.position.VehiclePosition;

class TrackTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 10);

    private final ScheduleBook book = ScheduleBook.of(List.of(Schedules.tiny()));
    private final Track track = new Track("1");
    private final Map<String, TripRun> told = new LinkedHashMap<>();

    private Unmatched take(VehiclePosition position) {
        Unmatched why = track.add(book, position);
        track.drain().forEach(run -> told.put(run.key().trip(), run));
        return why;
    }

    private Unmatched bus(String trip, double metres, long seconds) {
        return take(TinyGtfs.bus("1", trip, metres, EIGHT + seconds));
    }

    private static VehiclePosition off(String trip, double east, double north, long seconds) {
        return TinyGtfs.at("1", trip, "1", TinyGtfs.LAT + north / 111_195, TinyGtfs.lon(east), EIGHT + seconds);
    }

    private List<String> stops(String trip) {
        return told.containsKey(trip)
                ? told.get(trip).visits().stream().map(StopVisit::stop).toList()
                : List.of();
    }

    @Test
    void tellsWhenItCameAndWhenItLeft() {
        // When it runs 10 m/s, stands 20 s at B and at C, and is seen each 10 s
        Ride.even("e-8", EIGHT, 10, 20).forEach(this::take);

        // Then each stop has its visit
        TripRun run = told.get("e-8");
        assertThat(run.key()).isEqualTo(new TripRun.Key(DATE, "e-8", "1"));
        assertThat(run.assignment()).isEqualTo(Assignment.GIVEN);
        assertThat(stops("e-8")).containsExactly("A", "B", "C", "D");
        assertThat(run.visits().get(0).departure()).isCloseTo(EIGHT, within(4.0));
        assertThat(run.visits().get(1).arrival()).isCloseTo(EIGHT + 40, within(5.0));
        assertThat(run.visits().get(1).dwell()).isCloseTo(20, within(6.0));
        assertThat(run.visits().get(3).arrival()).isCloseTo(EIGHT + 160, within(5.0));
        assertThat(run.visits().get(2).scheduled()).isEqualTo(8 * 3600 + 120);
    }

    @Test
    void aBusThatPasses_comesAndLeavesAtOnce() {
        for (int t = 0; t <= 150; t += 15) {
            bus("e-8", 10.0 * t - 50, t);
        }
        assertThat(told.get("e-8").visits().get(1).dwell()).isZero();
        assertThat(told.get("e-8").visits().get(1).arrival()).isCloseTo(EIGHT + 45, within(0.5));
    }

    @Test
    void noVisitWithoutPositionsOnBothSides() {
        bus("e-8", 500, 0);
        bus("e-8", 700, 30);
        assertThat(stops("e-8")).isEmpty();
        bus("e-8", 900, 60);
        assertThat(stops("e-8")).containsExactly("C");
    }

    @Test
    void aFeedThatStopsForAnHour_leavesNoVisitInBetween() {
        bus("e-8", 0, 0);
        bus("e-8", 300, 30);
        bus("e-8", 500, 3630);
        bus("e-8", 900, 3660);
        assertThat(stops("e-8")).containsExactly("A", "C");
    }

    @Test
    void theLastStopIsReached_betweenTwoTrips() {
        // When the feed says the next trip before the bus was seen at the last stop
        bus("e-8", 850, 80);
        bus("e-8", 1100, 105);
        take(TinyGtfs.bus("1", "w-8", 1200, EIGHT + 135));

        // Then both positions are around the arrival
        StopVisit last = told.get("e-8").visits().get(told.get("e-8").visits().size() - 1);
        assertThat(last.stop()).isEqualTo("D");
        assertThat(last.arrival()).isBetween(EIGHT + 110.0, EIGHT + 135.0);
        assertThat(last.departure()).isEqualTo(last.arrival());
    }

    @Test
    void standingWithNoise_standsStill() {
        double[] noise = {0, 12, -9, 4, -14, 8};
        bus("e-8", 200, 0);
        for (int i = 0; i < noise.length; i++) {
            bus("e-8", 400 + noise[i], 20 + 10 * i);
        }
        bus("e-8", 600, 90);

        StopVisit visit = told.get("e-8").visits().get(0);
        assertThat(visit.quality()).isEqualTo(StopVisit.Quality.SEEN);
        assertThat(visit.dwell()).isBetween(48.0, 70.0);
    }

    @Test
    void whatComesLateRevises_andIsCounted() {
        List<VehiclePosition> ride = Ride.even("e-8", EIGHT, 10, 20);
        VehiclePosition late = ride.remove(8);
        ride.forEach(this::take);
        TripRun before = told.get("e-8");

        assertThat(take(late)).isNull();

        assertThat(told.get("e-8").knots().size()).isEqualTo(before.knots().size() + 1);
        assertThat(told.get("e-8").revision()).isBetween(0, 1);
        assertThat(take(late)).isEqualTo(Unmatched.DUPLICATE);
    }

    @Test
    void whatComesAfterTheGrace_isTooLate() {
        bus("e-8", 0, 0);
        bus("e-8", 300, 30);
        bus("e-8", 1200, 3_000);
        assertThat(bus("e-8", 100, 10)).isEqualTo(Unmatched.TOO_LATE);
    }

    @Test
    void aPastDay_runsBesideToday() {
        // Given a bus in the middle of today's trip
        bus("e-8", 0, 0);
        bus("e-8", 300, 30);
        // When yesterday's positions are replayed
        Ride.even("e-8", EIGHT - 86_400, 10, 20).forEach(this::take);
        assertThat(told.get("e-8").key().date()).isEqualTo(DATE.minusDays(1));
        assertThat(stops("e-8")).containsExactly("A", "B", "C", "D");
        // Then today's goes on
        bus("e-8", 600, 60);
        assertThat(told.get("e-8").key().date()).isEqualTo(DATE);
        assertThat(stops("e-8")).containsExactly("A", "B");
    }

    @Test
    void twoVehiclesOnOneTrip_areTwoRuns() {
        Track other = new Track("2");
        Ride.even("e-8", EIGHT, 10, 0).forEach(p -> {
            take(p);
            other.add(book, TinyGtfs.at("2", "e-8", "1", p.latitude(), p.longitude(), p.timestamp() + 60));
        });
        TripRun second = other.drain().get(0);
        assertThat(second.key()).isNotEqualTo(told.get("e-8").key());
        assertThat(second.visits()).hasSize(4);
    }

    @Test
    void aLeap_isNoVisit() {
        bus("e-8", 50, 0);
        bus("e-8", 1000, 30);
        bus("e-8", 250, 60);
        bus("e-8", 500, 90);
        bus("e-8", 700, 120);
        assertThat(stops("e-8")).contains("B").doesNotContain("C");
        assertThat(told.get("e-8").visits())
                .filteredOn(v -> v.stop().equals("B"))
                .allSatisfy(v -> assertThat(v.arrival()).isBetween(EIGHT + 60.0, EIGHT + 90.0));
    }

    @Test
    void aFrozenReceiver_tellsNothing() {
        bus("e-8", 200, 0);
        bus("e-8", 300, 10);
        for (int t = 20; t <= 80; t += 10) {
            bus("e-8", 300, t);
        }
        // It was driving meanwhile: nobody comes 500 m in 10 s from a stand
        bus("e-8", 800.5, 90);
        bus("e-8", 900, 100);
        assertThat(stops("e-8")).doesNotContain("B", "C");
    }

    @Test
    void aDetour_servesNoStopOnTheWay() {
        bus("e-8", 0, 0);
        bus("e-8", 300, 30);
        take(off("e-8", 400, 150, 60));
        take(off("e-8", 600, 150, 90));
        take(off("e-8", 800, 150, 120));
        bus("e-8", 1000, 150);
        bus("e-8", 1190, 180);
        assertThat(stops("e-8")).containsExactly("A", "D");
    }

    @Test
    void theTripIsFound_whereTheFeedSaysNone() {
        for (int t = 0; t <= 150; t += 15) {
            take(TinyGtfs.at("1", null, "1", TinyGtfs.LAT, TinyGtfs.lon(Math.min(1200, 10.0 * t - 50)), EIGHT + t));
        }
        TripRun run = told.get("e-8");
        assertThat(run.assignment().how()).isEqualTo(Assignment.How.INFERRED);
        assertThat(run.assignment().sure()).isGreaterThan(0.8f);
        assertThat(stops("e-8")).contains("B", "C", "D");
    }

    @Test
    void aTripThatCannotBe_isCorrected() {
        // When a bus says an eastbound trip and drives west
        for (int t = 0; t <= 150; t += 15) {
            take(TinyGtfs.at("1", "e-8", "1", TinyGtfs.LAT, TinyGtfs.lon(1250 - 10.0 * t), EIGHT + 1800 + t));
        }
        assertThat(told.get("w-8").assignment().how()).isEqualTo(Assignment.How.CORRECTED);
        assertThat(stops("w-8")).contains("C", "B");
        assertThat(stops("e-8")).isEmpty();
    }

    @Test
    void aTripAfterMidnight_isYesterdays() {
        long one = Instant.parse("2026-03-11T05:00:00Z").getEpochSecond();
        Ride.even("e-25", one, 10, 0).forEach(this::take);
        assertThat(told.get("e-25").key().date()).isEqualTo(DATE);
        assertThat(told.get("e-25").visits().get(1).scheduled()).isEqualTo(25 * 3600 + 60);
    }

    @Test
    void theNightThatClocksChange_isAnOrdinaryNight() {
        // 2026-03-08 has 23 hours in New York: noon minus twelve hours is 23:00 of the day before, standard time
        long eight = Instant.parse("2026-03-08T12:00:00Z").getEpochSecond();
        Ride.even("e-8", eight, 10, 0).forEach(this::take);
        assertThat(told.get("e-8").key().date()).isEqualTo(LocalDate.of(2026, 3, 8));
        // 2026-11-01 has 25
        long autumn = Instant.parse("2026-11-01T13:00:00Z").getEpochSecond();
        Ride.even("e-8", autumn, 10, 0).forEach(this::take);
        assertThat(told.get("e-8").key().date()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    @Test
    void saysWhyAPositionTellsNothing() {
        assertThat(take(TinyGtfs.at("1", "e-8", "1", Double.NaN, 0, EIGHT))).isEqualTo(Unmatched.INCOMPLETE);
        assertThat(take(TinyGtfs.at("1", "?", "?", TinyGtfs.LAT, TinyGtfs.LON, EIGHT + 1)))
                .isEqualTo(Unmatched.NO_TRIP);
        assertThat(take(off("e-8", 0, 150, 2))).isEqualTo(Unmatched.OFF_ROUTE);
        assertThat(take(TinyGtfs.at("1", "e-8", "1", -33, 151, EIGHT + 3))).isEqualTo(Unmatched.OFF_ROUTE);
        assertThat(track.add(null, TinyGtfs.bus("1", "e-8", 0, EIGHT + 4))).isEqualTo(Unmatched.NO_SCHEDULE);
    }

    @Test
    void aStoredTrack_goesOnAsIfItHadNotBeen() {
        List<VehiclePosition> ride = new ArrayList<>(Ride.even("e-8", EIGHT, 10, 20));
        ride.addAll(Ride.even("w-8", EIGHT + 1800, 10, 5));
        Track stored = new Track("1");
        for (VehiclePosition p : ride) {
            track.add(book, p);
            stored.add(book, p);
            stored = TrackCodec.read(TrackCodec.write(stored), book::version);
        }
        assertThat(TrackCodec.write(stored)).isEqualTo(TrackCodec.write(track));
        assertThat(stored.drain()).isEqualTo(track.drain());
        assertThat(TrackCodec.read(new byte[] {99}, book::version)).isNull();
    }
}
