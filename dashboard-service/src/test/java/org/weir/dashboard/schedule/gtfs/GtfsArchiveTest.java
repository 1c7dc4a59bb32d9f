package org.weir.dashboard.schedule.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.Trip;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class GtfsArchiveTest {
    private static Schedule read(byte[] zip) {
        return GtfsArchive.read(FeedId.of("tiny.vehicle-positions"), zip, Instant.EPOCH);
    }

    @Test
    void readsRoutesTripsAndPatterns() {
        Schedule schedule = read(new TinyGtfs().zip());
        Trip trip = schedule.trip("e-8");
        assertThat(schedule.content().patterns()).hasSize(2);
        assertThat(schedule.content().trips()).hasSize(40);
        assertThat(trip.pattern().stops()).extracting("id").containsExactly("A", "B", "C", "D");
        assertThat(trip.pattern().at()[2]).isCloseTo(800, within(0.1));
        assertThat(trip.departs(3)).isEqualTo(8 * 3600 + 180);
        assertThat(schedule.content().routes().get("1").directions())
                .extracting("headsign")
                .containsExactly("East End", "West End");
        assertThat(schedule.content().days().runs("daily", LocalDate.of(2026, 7, 4)))
                .isTrue();
        assertThat(schedule.content().days().runs("daily", LocalDate.of(2027, 1, 1)))
                .isFalse();
        assertThat(schedule.content().warnings()).isEmpty();
    }

    @Test
    void endsATrip_whenItArrivesAtItsLastStop() {
        // Given a bus that arrives at D at 8:03 and stands there for ten minutes, and that stands at C for one
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with(
                "stop_times.txt",
                gtfs.file("stop_times.txt")
                        .replace("e-8,8:03:00,8:03:00,D", "e-8,8:03:00,8:13:00,D")
                        .replace("e-8,8:02:00,8:02:00,C", "e-8,8:01:30,8:02:30,C"));

        // Then
        assertThat(read(gtfs.zip()).trip("e-8").offsets()).containsExactly(0, 60, 150, 180);
    }

    @Test
    void sharesTimesBetweenTripsOfOnePattern() {
        Schedule schedule = read(new TinyGtfs().zip());
        assertThat(schedule.trip("e-8").offsets()).isSameAs(schedule.trip("e-9").offsets());
    }

    @Test
    void takesTheStopsAsTheWay_whereAShapeIsMissing() {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("trips.txt", gtfs.file("trips.txt").replace(",0,east", ",0,"));
        Schedule schedule = read(gtfs.zip());
        assertThat(schedule.trip("e-8").pattern().shape().line().length()).isCloseTo(1200, within(0.5));
        assertThat(schedule.content().warnings()).anyMatch(w -> w.startsWith("20 trips have no shape"));
    }

    @Test
    void takesExceptionDates() {
        TinyGtfs gtfs = new TinyGtfs()
                .with("calendar_dates.txt", "service_id,date,exception_type\ndaily,20260704,2\ndaily,20270101,1\n");
        Schedule schedule = read(gtfs.zip());
        assertThat(schedule.content().days().runs("daily", LocalDate.of(2026, 7, 4)))
                .isFalse();
        assertThat(schedule.content().days().runs("daily", LocalDate.of(2027, 1, 1)))
                .isTrue();
    }

    @Test
    void isMadeForTheDatesThatItSays() {
        Schedule silent = read(new TinyGtfs().zip());
        assertThat(silent.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(silent.to()).isEqualTo(LocalDate.of(2026, 12, 31));
        String head = "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date\n";
        Schedule says = read(new TinyGtfs()
                .with("feed_info.txt", head + "Tiny,http://tiny.test,en,20260301,20260430\n")
                .zip());
        assertThat(says.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(says.to()).isEqualTo(LocalDate.of(2026, 4, 30));
        Schedule wrong = read(new TinyGtfs()
                .with("feed_info.txt", head + "Tiny,http://tiny.test,en,20260501,20260430\n")
                .zip());
        assertThat(wrong.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(wrong.content().warnings()).anyMatch(w -> w.startsWith("Its feed_info"));
    }

    @Test
    void placesTwoStopsAtOnePlace_oneAfterTheOther() {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with(
                "stops.txt",
                gtfs.file("stops.txt")
                        .replace("C,Stop C,40.0," + TinyGtfs.lon(800), "C,Stop C,40.0," + TinyGtfs.lon(400)));
        double[] east = read(gtfs.zip()).trip("e-8").pattern().at();
        assertThat(east[1]).isCloseTo(400, within(0.1));
        assertThat(east[2]).isEqualTo(east[1]);
        assertThat(east[3]).isCloseTo(1200, within(0.1));
    }

    @Test
    void placesAStopFarFromTheShape_whereItComesNearest() {
        // Given stop B 900 m north of the street
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("stops.txt", gtfs.file("stops.txt").replace("B,Stop B,40.0,", "B,Stop B,40.0081,"));
        Schedule schedule = read(gtfs.zip());
        assertThat(schedule.trip("e-8").pattern().at()[1]).isCloseTo(400, within(1.0));
        assertThat(schedule.content().warnings()).anyMatch(w -> w.startsWith("2 stops are far from"));
    }

    @Test
    void takesTheStopsAsTheWay_whereTheShapeIsElsewhere() {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("shapes.txt", gtfs.file("shapes.txt").replace("east,40.0,", "east,41.0,"));
        Schedule schedule = read(gtfs.zip());
        assertThat(schedule.trip("e-8").pattern().shape().id()).startsWith("stops:");
        assertThat(schedule.trip("w-8").pattern().shape().id()).isEqualTo("west");
        assertThat(schedule.content().warnings()).anyMatch(w -> w.startsWith("1 stop patterns have a shape"));
    }

    @Test
    void saysWhereAgenciesNameSeveralTimeZones() {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("agency.txt", gtfs.file("agency.txt") + "u,Other Transit,http://other.test,America/Chicago\n");
        Schedule schedule = read(gtfs.zip());
        assertThat(schedule.content().warnings()).anyMatch(w -> w.startsWith("Its agencies name several time zones"));
    }

    @Test
    void refusesWhatIsNoArchive() {
        assertRefused("<html>not found</html>".getBytes(StandardCharsets.UTF_8));
        assertRefused(new byte[0]);
    }

    @Test
    void refusesAnArchiveWithoutTrips() {
        assertRefused(
                new TinyGtfs().without("trips.txt").without("stop_times.txt").zip());
        assertRefused(new TinyGtfs().without("stop_times.txt").zip());
        assertRefused(new TinyGtfs()
                .with("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n")
                .zip());
    }

    @Test
    void refusesACutOffArchive() {
        byte[] zip = new TinyGtfs().zip();
        assertRefused(java.util.Arrays.copyOf(zip, zip.length / 2));
    }

    @Test
    void refusesATimeThatIsNone() {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("stop_times.txt", gtfs.file("stop_times.txt").replace("8:00:00", "eight"));
        assertRefused(gtfs.zip());
    }

    @Test
    void refusesAnUnknownTimeZone() {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("agency.txt", gtfs.file("agency.txt").replace("America/New_York", "Mars/Olympus"));
        assertRefused(gtfs.zip());
    }

    @Test
    void refusesAnArchiveThatUnpacksToTooMuch() {
        // Given two million bytes of stop times in a zip of a few kilobytes
        TinyGtfs gtfs = new TinyGtfs();
        byte[] zip = gtfs.with(
                        "stop_times.txt", gtfs.file("stop_times.txt") + "e-8,8:00:00,8:00:00,A,0\n".repeat(80_000))
                .zip();
        assertThat(zip.length).isLessThan(40_000);

        // When, then
        assertThatThrownBy(() -> GtfsArchive.read(FeedId.of("tiny.bomb"), zip, Instant.EPOCH, 1_000_000))
                .isInstanceOfSatisfying(Refusal.class, e -> {
                    assertThat(e.error()).isEqualTo(ErrorCode.SCHEDULE_UNREADABLE);
                    assertThat(e.problem().detail()).contains("1000000 bytes");
                });
    }

    @Test
    void countsTheFilesTogether() {
        TinyGtfs gtfs = new TinyGtfs();
        int stops = gtfs.file("stop_times.txt").length();
        assertThatThrownBy(() -> GtfsArchive.read(FeedId.of("tiny.bomb"), gtfs.zip(), Instant.EPOCH, stops + 50))
                .isInstanceOf(Refusal.class);
    }

    private static void assertRefused(byte[] zip) {
        assertThatThrownBy(() -> read(zip)).isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.error())
                .isEqualTo(ErrorCode.SCHEDULE_UNREADABLE));
    }
}
