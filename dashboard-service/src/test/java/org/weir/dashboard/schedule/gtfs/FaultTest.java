package org.weir.dashboard.schedule.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.Stop;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.Refusal;

/** Each fault is told in a sentence of its own; what has it is left out, and all else is used. */
class FaultTest {
    private static final String THIRD_STOP = "e-8,8:02:00,8:02:00,C,2";

    private static TinyGtfs changed(String file, String from, String to) {
        TinyGtfs gtfs = new TinyGtfs();
        assertThat(gtfs.file(file)).contains(from);
        return gtfs.with(file, gtfs.file(file).replace(from, to));
    }

    private static Schedule thirdStop(String row) {
        return Schedules.read(changed("stop_times.txt", THIRD_STOP, row));
    }

    private static void assertTold(Schedule schedule, Fault fault, int many) {
        assertThat(schedule.content().warnings()).containsExactly(fault.of(many));
    }

    private static void assertLeftOut(Schedule schedule, Fault fault) {
        assertTold(schedule, fault, 1);
        assertThat(schedule.trip("e-8")).isNull();
        assertThat(schedule.content().trips()).hasSize(39);
    }

    @Test
    void leavesOutATrip_whoseTimesFall() {
        assertLeftOut(thirdStop("e-8,7:50:00,7:50:00,C,2"), Fault.FALLING_TIMES);
    }

    @Test
    void leavesOutATrip_withoutTimesAtItsEnds() {
        TinyGtfs none = new TinyGtfs();
        none.with("stop_times.txt", none.file("stop_times.txt").replaceAll("e-8,8:0.:00,8:0.:00", "e-8,,"));
        assertLeftOut(Schedules.read(none), Fault.NO_TIMES);
        assertLeftOut(Schedules.read(changed("stop_times.txt", "e-8,8:03:00,8:03:00,D", "e-8,,,D")), Fault.NO_TIMES);
    }

    @Test
    void leavesOutATrip_whoseOrderIsNotSaid() {
        assertLeftOut(thirdStop("e-8,8:02:00,8:02:00,C,two"), Fault.NO_ORDER);
        assertLeftOut(thirdStop("e-8,8:02:00,8:02:00,C,1"), Fault.NO_ORDER);
    }

    @Test
    void leavesOutATrip_thatGoesOnForDays() {
        assertLeftOut(
                Schedules.read(changed("stop_times.txt", "e-8,8:03:00,8:03:00,D", "e-8,308:03:00,308:03:00,D")),
                Fault.TOO_LATE);
    }

    @Test
    void leavesOutADepartureByFrequency_thatGoesOnPastTheSecondDay() {
        Schedule schedule = Schedules.read(new TinyGtfs()
                .with("frequencies.txt", "trip_id,start_time,end_time,headway_secs\ne-8,47:57:00,48:00:00,60\n"));
        assertTold(schedule, Fault.TOO_LATE, 2);
        assertThat(schedule.content().trips()).containsKey("e-8@47:57:00").hasSize(40);
    }

    @Test
    void leavesOutAStopTime_atAStopThatIsNotThere() {
        for (String stop : List.of("Z", "")) {
            Schedule schedule = thirdStop("e-8,8:02:00,8:02:00," + stop + ",2");
            assertTold(schedule, Fault.UNKNOWN_STOP, 1);
            assertThat(schedule.trip("e-8").pattern().stops())
                    .extracting(Stop::id)
                    .containsExactly("A", "B", "D");
        }
    }

    @Test
    void passesByAStop_thatIsNowhereOnTheEarth() {
        for (String lat : List.of("", "north", "400", "NaN")) {
            Schedule schedule = Schedules.read(changed("stops.txt", "B,Stop B,40.0,", "B,Stop B," + lat + ","));
            assertTold(schedule, Fault.NO_PLACE, 1);
            assertThat(schedule.trip("e-8").pattern().stops())
                    .extracting(Stop::id)
                    .containsExactly("A", "C", "D");
        }
    }

    @Test
    void leavesOutAShapePoint_thatIsNowhereOnTheEarth() {
        TinyGtfs gtfs = new TinyGtfs();
        Schedule schedule = Schedules.read(gtfs.with("shapes.txt", gtfs.file("shapes.txt") + "east,400,-75.0,3\n"));
        assertTold(schedule, Fault.NOWHERE, 1);
        assertThat(schedule.trip("e-8").pattern().shape().line().length()).isBetween(1199.0, 1201.0);
    }

    @Test
    void leavesOutACalendar_thatEndsBeforeItBegins() {
        TinyGtfs gtfs = new TinyGtfs();
        Schedule schedule = Schedules.read(
                gtfs.with("calendar.txt", gtfs.file("calendar.txt") + "other,1,1,1,1,1,1,1,20270601,20200101\n"));
        assertTold(schedule, Fault.ENDLESS_CALENDAR, 1);
        assertThat(schedule.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(schedule.to()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void tellsOfTripsWithoutADirection() {
        assertTold(Schedules.read(changed("trips.txt", ",1,west", ",,west")), Fault.NO_DIRECTION, 20);
    }

    @Test
    void refusesAnArchive_ofWhichNoTripIsLeft() {
        TinyGtfs gtfs = new TinyGtfs();
        byte[] zip = gtfs.with("stop_times.txt", gtfs.file("stop_times.txt").replaceAll("[0-9]+:[0-9]+:00", ""))
                .zip();
        assertThatThrownBy(() -> GtfsArchive.read(FeedId.of("tiny.timeless"), zip, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.problem().detail())
                                .isEqualTo("None of its trips can be used. " + Fault.NO_TIMES.of(40)));
    }
}
