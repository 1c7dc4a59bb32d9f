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
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.VehiclePosition;

/**
 * What feeds and schedules do that they should not, and what comes of it here. The same edges as figures have them:
 * {@code RouteDayTest}, {@code SilencesTest}, {@code RollupsIT}; as schedules have them: {@code ScheduleBookTest},
 * {@code ServiceDateTest}, {@code GtfsArchiveTest}.
 */
class EdgesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 10);
    private static final int HOUR = 3_600;

    private final Map<String, TripRun> told = new LinkedHashMap<>();

    private List<Unmatched> ride(ScheduleBook book, List<VehiclePosition> positions) {
        return ride(book, new Track("1"), positions);
    }

    private List<Unmatched> ride(ScheduleBook book, Track track, List<VehiclePosition> positions) {
        List<Unmatched> outcomes = new ArrayList<>();
        for (VehiclePosition p : positions) {
            outcomes.add(track.add(book, p));
            track.drain().forEach(run -> told.put(run.key().trip(), run));
        }
        return outcomes;
    }

    private static ScheduleBook book(TinyGtfs gtfs) {
        return ScheduleBook.of(List.of(Schedules.read(gtfs)));
    }

    private static ScheduleBook tiny() {
        return ScheduleBook.of(List.of(Schedules.tiny()));
    }

    /** Eastward along Main Street at 10 m/s, each 10 s, whatever it says. */
    private static List<VehiclePosition> east(String trip, String route, long from) {
        List<VehiclePosition> ride = new ArrayList<>();
        for (int t = -10; t <= 140; t += 10) {
            double metres = Math.max(0, Math.min(1200, 10 * t));
            ride.add(TinyGtfs.at("1", trip, route, TinyGtfs.LAT, TinyGtfs.lon(metres), from + t));
        }
        return ride;
    }

    private List<String> stops(String trip) {
        return told.containsKey(trip)
                ? told.get(trip).visits().stream().map(StopVisit::stop).toList()
                : List.of();
    }

    @Test
    void aScheduleThatDoesNotMatchTheFeed_isReadByPlaceAndTime_andNotSaidToBeGiven() {
        // When neither trip nor route are known, but the bus drives as e-8 should
        ride(tiny(), east("4711", "M1", EIGHT));

        assertThat(told).containsOnlyKeys("e-8");
        assertThat(told.get("e-8").assignment().how()).isEqualTo(Assignment.How.INFERRED);
        assertThat(stops("e-8")).contains("B", "C", "D");
    }

    @Test
    void aBusOfAnUnknownSchedule_whereNoneRuns_isOnNoTrip() {
        List<VehiclePosition> ride = east("4711", "M1", EIGHT).stream()
                .map(p -> TinyGtfs.at("1", p.tripId(), p.routeId(), p.latitude() + 0.01, p.longitude(), p.timestamp()))
                .toList();

        assertThat(ride(tiny(), ride)).containsOnly(Unmatched.NO_TRIP);
        assertThat(told).isEmpty();
    }

    @Test
    void aTripThatIsNotInTheSchedule_isTheOneThatItsPlaceAndTimeShow_orAPatternAlone() {
        // When an added trip runs ten minutes after e-8
        ride(tiny(), east("added", "1", EIGHT + 600));
        assertThat(told).containsOnlyKeys("e-8");
        assertThat(told.get("e-8").assignment().how()).isEqualTo(Assignment.How.INFERRED);
        assertThat(told.get("e-8").assignment().sure()).isLessThan(0.8f);

        // When one runs in the night, hours from every trip
        told.clear();
        ride(tiny(), east("added", "1", EIGHT - 4 * HOUR));
        assertThat(told.values()).singleElement().satisfies(run -> {
            assertThat(run.assignment().how()).isEqualTo(Assignment.How.PATTERN_ONLY);
            assertThat(run.visits()).allMatch(visit -> visit.scheduled() == StopVisit.UNSCHEDULED);
        });
    }

    @Test
    void aScheduleThatChangesAtMidnight_leavesABusOnItsTrip() {
        // Given another timetable from the 15th on, whose e-25 leaves at 25:00 too
        Schedule winter = version("20260101", "20260314", "2025-12-01T12:00:00Z");
        Schedule spring = version("20260315", "20261231", "2026-03-01T12:00:00Z");
        ScheduleBook book = ScheduleBook.of(List.of(winter, spring));
        long one = Instant.parse("2026-03-15T05:00:00Z").getEpochSecond();

        // When a bus runs e-24 over midnight, then e-25, and in the morning e-6
        Track track = new Track("1");
        ride(book, track, Ride.even("e-24", one - HOUR, 10, 20));
        ride(book, track, Ride.even("e-25", one, 10, 20));
        ride(book, track, Ride.even("e-6", one + 5 * HOUR, 10, 20));

        // Then the night is the old day's, by the old timetable
        for (String trip : List.of("e-24", "e-25")) {
            assertThat(told.get(trip).key().date()).isEqualTo(LocalDate.of(2026, 3, 14));
            assertThat(told.get(trip).schedule()).isEqualTo(winter.version());
        }
        assertThat(told.get("e-6").key().date()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(told.get("e-6").schedule()).isEqualTo(spring.version());
        assertThat(told.values()).allSatisfy(run -> assertThat(run.visits()).hasSize(4));
    }

    private static Schedule version(String from, String to, String imported) {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("calendar.txt", gtfs.file("calendar.txt").replace("20260101,20261231", from + ',' + to));
        return GtfsArchive.read(FeedId.of("tiny.vehicle-positions"), gtfs.zip(), Instant.parse(imported));
    }

    /** Route 9 leaves Main Street at B to the north: stops B, N (400 m on) and P (800 m on). */
    private static TinyGtfs crossing() {
        TinyGtfs tiny = new TinyGtfs();
        double lon = TinyGtfs.lon(400);
        StringBuilder times = new StringBuilder(tiny.file("stop_times.txt"));
        for (int k = 0; k < 3; k++) {
            times.append("n-8,8:%02d:00,8:%02d:00,%s,%d%n"
                    .formatted(k, k, List.of("B", "N", "P").get(k), k));
        }
        return tiny.with("routes.txt", tiny.file("routes.txt") + "9,t,9,North Street,3,005EA2\n")
                .with("trips.txt", tiny.file("trips.txt") + "9,daily,n-8,North End,0,north\n")
                .with(
                        "stops.txt",
                        tiny.file("stops.txt")
                                + "N,Stop N,%s,%s%nP,Stop P,%s,%s%n".formatted(north(400), lon, north(800), lon))
                .with(
                        "shapes.txt",
                        tiny.file("shapes.txt")
                                + "north,%s,%s,1%nnorth,%s,%s,2%n".formatted(TinyGtfs.LAT, lon, north(800), lon))
                .with("stop_times.txt", times.toString());
    }

    private static double north(double metres) {
        return TinyGtfs.LAT + metres / 111_195;
    }

    @Test
    void aBusOnAnotherRoutesWay_makesNoVisitsOfTheRouteItSays() {
        // When a bus says e-8 of route 1 and drives n-8 of route 9, 5 m/s, reporting each 10 s
        List<VehiclePosition> ride = new ArrayList<>();
        for (int t = 0; t <= 180; t += 10) {
            ride.add(TinyGtfs.at("1", "e-8", "1", north(Math.min(800, 5 * t)), TinyGtfs.lon(400), EIGHT + t));
        }
        ride(book(crossing()), ride);

        // Then its visits are those of the way that it drove
        assertThat(stops("e-8")).isEmpty();
        assertThat(told.get("n-8").assignment().how()).isEqualTo(Assignment.How.CORRECTED);
        assertThat(stops("n-8")).contains("N", "P");
    }

    @Test
    void positionsOnAnotherContinent_tellNothing_andSpoilNothing() {
        List<VehiclePosition> ride = new ArrayList<>(Ride.even("e-8", EIGHT, 10, 20));
        List<VehiclePosition> strewn = new ArrayList<>(ride);
        for (int k = 4; k < ride.size(); k += 4) {
            strewn.add(TinyGtfs.at("1", "e-8", "1", -33.9, 151.2, ride.get(k).timestamp() + 5));
        }
        strewn.sort((a, b) -> Long.compare(a.timestamp(), b.timestamp()));

        List<Unmatched> outcomes = ride(tiny(), strewn);

        assertThat(outcomes.stream().filter(Unmatched.OFF_ROUTE::equals)).hasSize(strewn.size() - ride.size());
        List<StopVisit> visits = told.get("e-8").visits();
        told.clear();
        ride(tiny(), ride);
        assertThat(visits).isEqualTo(told.get("e-8").visits());
    }

    @Test
    void aClockAnHourBehind_isTooLate_andLeavesWhatWasSaid() {
        // Given a bus whose second computer sends the same places with a clock that lost an hour
        List<VehiclePosition> right = Ride.even("e-8", EIGHT, 10, 20);
        List<VehiclePosition> both = new ArrayList<>();
        for (VehiclePosition p : right) {
            both.add(p);
            both.add(TinyGtfs.at("1", "e-8", "1", p.latitude(), p.longitude(), p.timestamp() - HOUR));
        }

        List<Unmatched> outcomes = ride(tiny(), both);

        assertThat(outcomes.stream().filter(Unmatched.TOO_LATE::equals)).hasSize(right.size());
        List<StopVisit> visits = told.get("e-8").visits();
        told.clear();
        ride(tiny(), right);
        assertThat(visits).isEqualTo(told.get("e-8").visits());
    }

    @Test
    void aBusWhoseClockIsAlwaysAnHourAhead_isAnHourLateOnItsTrip_andOnNoOther() {
        // Nobody here can tell it from a bus that is an hour late; ingest refuses what comes from the future.
        ride(tiny(), Ride.even("e-8", EIGHT + HOUR, 10, 20));

        assertThat(told).containsOnlyKeys("e-8");
        StopVisit first = told.get("e-8").visits().get(0);
        assertThat(first.departure() - EIGHT).isCloseTo(HOUR, within(5.0));
        assertThat(first.scheduled()).isEqualTo(8 * HOUR);
    }

    @Test
    void aTripInTheNightOfTheChange_isOnTime_onDaysOf23And25Hours() {
        // Given e-25 of the days before, which is at one o'clock in both nights, the first one o'clock in autumn
        for (String one : List.of("2026-03-08T06:00:00Z", "2026-11-01T05:00:00Z")) {
            long begin = Instant.parse(one).getEpochSecond();
            ride(tiny(), Ride.even("e-25", begin, 10, 20));

            TripRun run = told.get("e-25");
            assertThat(run.key().date())
                    .isEqualTo(LocalDate.ofInstant(Instant.parse(one), java.time.ZoneOffset.UTC)
                            .minusDays(1));
            assertThat(run.visits().get(0).departure()).isCloseTo(begin, within(5.0));
            assertThat(run.visits()).hasSize(4);
        }
    }

    /** A round of 300 m sides: stops K at its corner, L, M, O at the next ones, and K again. */
    private static TinyGtfs loop() {
        TinyGtfs tiny = new TinyGtfs();
        double[][] corners = {{0, 0}, {300, 0}, {300, 300}, {0, 300}, {0, 0}};
        StringBuilder shape = new StringBuilder(tiny.file("shapes.txt"));
        StringBuilder stops = new StringBuilder(tiny.file("stops.txt"));
        StringBuilder times = new StringBuilder(tiny.file("stop_times.txt"));
        for (int k = 0; k < 5; k++) {
            String at = north(1_000 + corners[k][1]) + "," + TinyGtfs.lon(corners[k][0]);
            shape.append("round,").append(at).append(',').append(k).append('\n');
            if (k < 4) {
                stops.append("KLMO".charAt(k)).append(",Stop,").append(at).append('\n');
            }
            times.append("r-8,8:%02d:00,8:%02d:00,%s,%d%n".formatted(k, k, "KLMOK".charAt(k), k));
        }
        return tiny.with("routes.txt", tiny.file("routes.txt") + "7,t,7,Round,3,005EA2\n")
                .with("trips.txt", tiny.file("trips.txt") + "7,daily,r-8,Round,0,round\n")
                .with("stops.txt", stops.toString())
                .with("shapes.txt", shape.toString())
                .with("stop_times.txt", times.toString());
    }

    @Test
    void aLoopThatStartsWhereItEnds_isDrivenOnce() {
        // When a bus waits at K, drives round at 5 m/s and waits at K again
        List<VehiclePosition> ride = new ArrayList<>();
        for (int t = -60; t <= 300; t += 10) {
            double metres = Math.max(0, Math.min(1_200, 5 * t));
            int side = (int) Math.min(3, metres / 300);
            double on = metres - 300 * side;
            double x = side == 0 ? on : side == 1 ? 300 : side == 2 ? 300 - on : 0;
            double y = side == 0 ? 0 : side == 1 ? on : side == 2 ? 300 : 300 - on;
            ride.add(TinyGtfs.at("1", "r-8", "7", north(1_000 + y), TinyGtfs.lon(x), EIGHT + t));
        }
        ride(book(loop()), ride);

        assertThat(stops("r-8")).containsExactly("K", "L", "M", "O", "K");
        List<StopVisit> visits = told.get("r-8").visits();
        assertThat(visits.get(0).departure()).isCloseTo(EIGHT, within(8.0));
        assertThat(visits.get(2).arrival()).isCloseTo(EIGHT + 120, within(8.0));
        assertThat(visits.get(4).arrival()).isCloseTo(EIGHT + 240, within(8.0));
    }

    @Test
    void twoStopsAtOnePlace_areVisitedTogether_inOrder() {
        // Given stop B2 where B is, called at after it
        TinyGtfs tiny = new TinyGtfs();
        tiny.with(
                "stops.txt", tiny.file("stops.txt") + "B2,Stop B2,%s,%s%n".formatted(TinyGtfs.LAT, TinyGtfs.lon(400)));
        StringBuilder times = new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
        List<String> order = List.of("A", "B", "B2", "C", "D");
        for (int k = 0; k < 5; k++) {
            times.append("e-8,8:%02d:00,8:%02d:00,%s,%d%n".formatted(k, k, order.get(k), k));
        }
        tiny.with("stop_times.txt", times.toString());

        ride(book(tiny), Ride.even("e-8", EIGHT, 10, 20));

        assertThat(stops("e-8")).containsExactlyElementsOf(order);
        List<StopVisit> visits = told.get("e-8").visits();
        assertThat(visits.get(2).arrival())
                .isBetween(visits.get(1).arrival(), visits.get(1).departure() + 20);
        for (int k = 1; k < 5; k++) {
            assertThat(visits.get(k).arrival())
                    .isGreaterThanOrEqualTo(visits.get(k - 1).departure());
        }
    }

    @Test
    void aStopFarFromTheShape_isVisitedWhereTheWayComesNearestToIt() {
        // Given C 300 m north of the street
        TinyGtfs tiny = new TinyGtfs();
        tiny.with("stops.txt", tiny.file("stops.txt").replace("Stop C," + TinyGtfs.LAT, "Stop C," + north(300)));

        ride(book(tiny), Ride.even("e-8", EIGHT, 10, 0));

        assertThat(stops("e-8")).containsExactly("A", "B", "C", "D");
        assertThat(told.get("e-8").visits().get(2).arrival()).isCloseTo(EIGHT + 80, within(5.0));
    }

    @Test
    void serviceAfterMidnight_isYesterdays() {
        ride(tiny(), Ride.even("e-24", EIGHT + 16L * HOUR, 10, 20));

        assertThat(told.get("e-24").key().date()).isEqualTo(DATE);
        assertThat(told.get("e-24").visits().get(0).scheduled()).isEqualTo(24 * HOUR);
    }

    @Test
    void aFeedThatStopsForAnHour_hasTheVisitsBeforeAndAfter_andNoneBetween() {
        // Given a bus that was to run e-8, e-9 and e-10, and was heard on e-8 as far as B and from C of e-10 on
        Track track = new Track("1");
        ride(tiny(), track, Ride.even("e-8", EIGHT, 10, 20).subList(0, 10));
        ride(
                tiny(),
                track,
                Ride.even("e-10", EIGHT + 2 * HOUR, 10, 20).stream().skip(11).toList());

        assertThat(stops("e-8")).containsExactly("A", "B");
        assertThat(told).doesNotContainKey("e-9");
        assertThat(stops("e-10")).containsExactly("C", "D");
    }
}
