package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.schedule.Trip;

class RouteDayTest {
    private static final int EIGHT = 8 * 3600;

    @Test
    void tellsRunningFromDwelling_andBothAddUpToTheTrip() {
        // Given a run that stands 20 s at B and leaves A a minute late
        Town town = Town.of("A", "B", "C")
                .plan("t1", EIGHT, EIGHT + 120, EIGHT + 240)
                .run("t1", "v1", EIGHT + 60, EIGHT + 60, EIGHT + 150, EIGHT + 170, EIGHT + 270, EIGHT + 270);

        // When
        Cell first = town.at(Place.segment("A", "B"));
        Cell second = town.at(Place.segment("B", "C"));
        Cell route = town.at(Place.ROUTE);

        // Then
        assertThat(first.of(Quantity.RUNNING).total()).isEqualTo(90);
        assertThat(first.of(Quantity.DWELL).total()).isEqualTo(20);
        assertThat(first.of(Quantity.SCHEDULED_TIME).total()).isEqualTo(120);
        assertThat(first.count(Count.METRES)).isEqualTo(400);
        assertThat(second.of(Quantity.RUNNING).total()).isEqualTo(100);
        assertThat(second.of(Quantity.DWELL).n()).isZero();
        assertThat(route.of(Quantity.TRIP_TIME).total()).isEqualTo(210);
        assertThat(route.of(Quantity.RUNNING).total()).isEqualTo(190);
        assertThat(route.of(Quantity.DWELL).total()).isEqualTo(20);
        assertThat(route.of(Quantity.SCHEDULED_TIME).total()).isEqualTo(240);
        assertThat(route.count(Count.METRES)).isEqualTo(800);
    }

    @Test
    void countsLateness_byDepartureAndAtTheLastStopByArrival() {
        Town town = Town.of("A", "B", "C")
                .plan("t1", EIGHT, EIGHT + 120, EIGHT + 240)
                .run("t1", "v1", EIGHT + 60, EIGHT + 60, EIGHT + 100, EIGHT + 110, EIGHT + 270, EIGHT + 290);

        assertThat(town.at(Place.stop("A")).of(Quantity.LATENESS_FIRST).total()).isEqualTo(60);
        assertThat(town.at(Place.stop("B")).of(Quantity.LATENESS_BETWEEN).total())
                .isEqualTo(-10);
        assertThat(town.at(Place.stop("C")).of(Quantity.LATENESS_LAST).total()).isEqualTo(30);
        assertThat(town.at(Place.ROUTE).lateness().n()).isEqualTo(3);
    }

    @Test
    void measuresHeadways_betweenVehiclesInTheOrderInWhichTheyLeave() {
        // Given three trips ten minutes apart, the second of which overtakes the first
        Town town = Town.of("A", "B")
                .plan("t1", EIGHT, EIGHT + 300)
                .plan("t2", EIGHT + 600, EIGHT + 900)
                .plan("t3", EIGHT + 1200, EIGHT + 1500)
                .run("t1", "v1", EIGHT + 700, EIGHT + 700, EIGHT + 1000, EIGHT + 1000)
                .run("t2", "v2", EIGHT + 610, EIGHT + 610, EIGHT + 900, EIGHT + 900)
                .run("t3", "v3", EIGHT + 1200, EIGHT + 1200, EIGHT + 1500, EIGHT + 1500);

        // When
        Cell stop = town.at(Place.stop("A"));

        // Then: 90 s after t2 comes t1, which has no trip before it to be held against; 500 s later t3
        assertThat(stop.of(Quantity.HEADWAY)).isEqualTo(Histogram.of(Quantity.HEADWAY, 90, 500));
        assertThat(stop.of(Quantity.SCHEDULED_HEADWAY)).isEqualTo(Histogram.of(Quantity.SCHEDULED_HEADWAY, 600, 600));
        assertThat(stop.of(Quantity.HEADWAY_RATIO)).isEqualTo(Histogram.of(Quantity.HEADWAY_RATIO, 500 / 600.0));
        assertThat(stop.of(Quantity.HEADWAY_OVER)).isEqualTo(Histogram.of(Quantity.HEADWAY_OVER, -100));
        // At the last stop nobody waits.
        assertThat(town.at(Place.stop("B")).of(Quantity.HEADWAY).n()).isZero();
    }

    @Test
    void holdsAnUnknownTrip_againstTheScheduledHeadwayOfItsMoment() {
        Town town = Town.of("A", "B")
                .plan("t1", EIGHT, EIGHT + 300)
                .plan("t2", EIGHT + 600, EIGHT + 900)
                .run("x", "v1", EIGHT + 100, EIGHT + 100, EIGHT + 400, EIGHT + 400)
                .run("y", "v2", EIGHT + 400, EIGHT + 400, EIGHT + 700, EIGHT + 700);

        assertThat(town.at(Place.stop("A")).of(Quantity.HEADWAY_RATIO))
                .isEqualTo(Histogram.of(Quantity.HEADWAY_RATIO, 0.5));
    }

    @Test
    void measuresNoHeadway_overAnHourInWhichTheFeedSaidNothing() {
        Town town = Town.of("A", "B")
                .run("x", "v1", EIGHT, EIGHT, EIGHT + 300, EIGHT + 300)
                .run("y", "v2", EIGHT + 4200, EIGHT + 4200, EIGHT + 4500, EIGHT + 4500)
                .run("z", "v3", EIGHT + 4800, EIGHT + 4800, EIGHT + 5100, EIGHT + 5100);
        town.silences.add(new Silence(town.begin + EIGHT + 400, town.begin + EIGHT + 4000));

        assertThat(town.at(Place.stop("A")).of(Quantity.HEADWAY)).isEqualTo(Histogram.of(Quantity.HEADWAY, 600));
    }

    @Test
    void countsNoTripMissing_thatWasToRunWhileTheFeedSaidNothing() {
        // Given trips at 8:00, 8:20, 8:40 and 9:00, of which only the last was seen, and silence from 8:10 to 8:58
        Town town = Town.of("A", "B", "C")
                .plan("t1", EIGHT, EIGHT + 120, EIGHT + 300)
                .plan("t2", EIGHT + 1200, EIGHT + 1320, EIGHT + 1500)
                .plan("t3", EIGHT + 2400, EIGHT + 2520, EIGHT + 2700)
                .plan("t4", EIGHT + 3600, EIGHT + 3720, EIGHT + 3900)
                .run("t4", "v1", EIGHT + 3600, EIGHT + 3600, EIGHT + 3720, EIGHT + 3720, EIGHT + 3900, EIGHT + 3900);
        town.silences.add(new Silence(town.begin + EIGHT + 600, town.begin + EIGHT + 3500));

        // When
        Cell route = town.at(Place.ROUTE);
        Cell stop = town.at(Place.stop("B"));
        Cell segment = town.at(Place.segment("A", "B"));

        // Then one is missing and of two nobody can tell, which completeness does not hide
        for (Cell cell : List.of(route, stop, segment)) {
            assertThat(cell.count(Count.SCHEDULED)).isEqualTo(4);
            assertThat(cell.count(Count.SERVED)).isEqualTo(1);
            assertThat(cell.count(Count.UNKNOWN)).isEqualTo(2);
        }
        assertThat(Registry.find("missing").value(route, Terms.STANDARD)).isEqualTo(0.5);
        assertThat(Registry.find("unknown").value(route, Terms.STANDARD)).isEqualTo(0.5);
        assertThat(Figures.of(Registry.find("missing"), route, Terms.STANDARD).completeness())
                .isEqualTo(0.25);
    }

    @Test
    void aRouteOnWhichNothingRan_hasItsMissingTrips() {
        Town town = Town.of("A", "B").plan("t1", EIGHT, EIGHT + 300).plan("t2", EIGHT + 600, EIGHT + 900);

        Figure missing = Figures.of(Registry.find("missing"), town.at(Place.ROUTE), Terms.STANDARD);

        assertThat(missing.value()).isEqualTo(1.0);
        assertThat(missing.n()).isEqualTo(2);
        assertThat(missing.completeness()).isZero();
    }

    @Test
    void takesNoLoopsSecondCall_forANextBus() {
        // Given a loop that calls at A first, on its way, and last
        Town town = Town.of("A", "B", "A", "C", "A")
                .run("x", "v1", EIGHT, EIGHT, 29000, 29000, 29100, 29100, 29200, 29200, 29300, 29300)
                .run("y", "v2", EIGHT + 600, EIGHT + 600, 29600, 29600, 29700, 29700, 29800, 29800, 29900, 29900);

        assertThat(town.at(Place.stop("A")).of(Quantity.HEADWAY)).isEqualTo(Histogram.of(Quantity.HEADWAY, 600, 600));
    }

    @Test
    void countsTripsThatRan_thatDidNot_andThatNobodyPlanned() {
        // Given t1 by two vehicles, t2 by none, t3 seen at one stop only, and a run on no trip
        Town town = Town.of("A", "B")
                .plan("t1", EIGHT, EIGHT + 300)
                .plan("t2", EIGHT + 600, EIGHT + 900)
                .plan("t3", EIGHT + 1200, EIGHT + 1500)
                .run("t1", "v1", EIGHT, EIGHT, EIGHT + 300, EIGHT + 300)
                .run("t1", "v2", EIGHT + 50, EIGHT + 50, EIGHT + 350, EIGHT + 350)
                .run("t3", "v3", EIGHT + 1200, EIGHT + 1200)
                .run("x", "v4", EIGHT + 100, EIGHT + 100, EIGHT + 400, EIGHT + 400);

        Cell route = town.at(Place.ROUTE);
        assertThat(route.count(Count.SCHEDULED)).isEqualTo(3);
        assertThat(route.count(Count.SERVED)).isEqualTo(1);
        assertThat(route.count(Count.UNSCHEDULED)).isEqualTo(2);
        Cell stop = town.at(Place.stop("A"));
        assertThat(stop.count(Count.SCHEDULED)).isEqualTo(3);
        assertThat(stop.count(Count.SERVED)).isEqualTo(2);
        assertThat(stop.count(Count.UNSCHEDULED)).isEqualTo(2);
        assertThat(town.at(Place.segment("A", "B")).count(Count.SERVED)).isEqualTo(1);
    }

    @Test
    void tellsTripsOfAFrequencyApart_byTheirTime() {
        Town town = Town.of("A", "B")
                .plan("f", EIGHT, EIGHT + 300)
                .plan("f", EIGHT + 600, EIGHT + 900)
                .run("f", "v1", EIGHT + 590, EIGHT + 590, EIGHT + 900, EIGHT + 900);
        // Given the second of them, whose visits say its times
        town.runs.replaceAll(run -> Shifted.scheduledLater(run, 600));

        DaySheet route = town.measured().sheets().get(Place.ROUTE);
        assertThat(route.cell(EIGHT / 900).count(Count.SERVED)).isEqualTo(1);
        assertThat(town.at(Place.stop("A")).of(Quantity.LATENESS_FIRST).total()).isEqualTo(-10);
    }

    @Test
    void timesAStretch_fromLeavingItsBeginToReachingItsEnd() {
        // Given a stretch from 200 m to 600 m, in which B lies at 400 m
        Town town = Town.of("A", "B", "C")
                .plan("t1", EIGHT, EIGHT + 120, EIGHT + 240)
                .run("t1", "v1", EIGHT, EIGHT, EIGHT + 80, EIGHT + 100, EIGHT + 200, EIGHT + 200);
        town.stretches.add(new Stretch(Place.corridor("main-street"), "v1", 0, 200, 600));

        // When
        Cell stretch = town.at(Place.corridor("main-street"));

        // Then 40 s to B, 20 s there, 50 s on
        assertThat(stretch.of(Quantity.RUNNING).total()).isEqualTo(90);
        assertThat(stretch.of(Quantity.DWELL).total()).isEqualTo(20);
        assertThat(stretch.of(Quantity.SCHEDULED_TIME).total()).isEqualTo(120);
        assertThat(stretch.count(Count.METRES)).isEqualTo(400);
    }

    @Test
    void doesNotTimeAStretch_thatARunDoesNotGoOver() {
        Town town = Town.of("A", "B", "C").run("t1", "v1", EIGHT, EIGHT, EIGHT + 80, EIGHT + 100);
        town.stretches.add(new Stretch(Place.corridor("main-street"), "v1", 0, 200, 600));

        assertThat(town.measured().sheets()).doesNotContainKey(Place.corridor("main-street"));
    }

    @Test
    void countsServiceAfterMidnight_toItsServiceDay() {
        Town town = Town.of("A", "B").plan("t1", 91_000, 91_300).run("t1", "v1", 91_030, 91_030, 91_300, 91_300);

        DaySheet sheet = town.measured().sheets().get(Place.stop("A"));

        assertThat(sheet.quarters()).containsExactly(101);
        assertThat(sheet.whole().of(Quantity.LATENESS_FIRST).total()).isEqualTo(30);
    }

    @Test
    void countsQuarterHoursAsSchedulesDo_onDaysOf23And25Hours() {
        for (LocalDate date : List.of(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 11, 1), Town.MONDAY)) {
            Town town = new Town(date, 400, "A", "B").run("t", "v", EIGHT, EIGHT, EIGHT + 100, EIGHT + 100);
            double eight = date.atTime(8, 0).atZone(Town.ZONE).toEpochSecond();

            assertThat(town.runs.get(0).visits().get(0).departure()).isEqualTo(eight);
            assertThat(town.measured()
                            .sheets()
                            .get(Place.segment("A", "B"))
                            .cell(32)
                            .of(Quantity.RUNNING)
                            .total())
                    .isCloseTo(100, within(1e-9));
        }
    }

    @Test
    void takesAScheduledTrip_fromTheTimetable() {
        Town town = Town.of("A", "B");
        Trip trip = new Trip("t1", town.pattern, "daily", 91_000, new int[] {0, 300}, null, null);

        ScheduledTrip scheduled = ScheduledTrip.of(trip, town.begin);

        assertThat(scheduled.stops()).containsExactly("A", "B");
        assertThat(scheduled.departs()).containsExactly(town.begin + 91_000, town.begin + 91_300);
    }

    @Test
    void combinesHeadwaysOfRoutes_whereTheyMeet() {
        // Given routes that share stop B, each every ten minutes, the second five minutes after the first
        Town one = Town.of("A", "B", "C")
                .run("a1", "v1", EIGHT, EIGHT, EIGHT + 100, EIGHT + 100, EIGHT + 300, EIGHT + 300)
                .run("a2", "v2", EIGHT + 600, EIGHT + 600, EIGHT + 700, EIGHT + 700, EIGHT + 900, EIGHT + 900);
        Town two = Town.of("X", "B", "Y")
                .run("b1", "v3", EIGHT, EIGHT, EIGHT + 400, EIGHT + 400, EIGHT + 500, EIGHT + 500);

        // When
        Map<Place, DaySheet> combined = RouteDay.combined(List.of(one.day(), two.day()));

        // Then
        assertThat(combined).containsOnlyKeys(Place.stop("B"));
        assertThat(combined.get(Place.stop("B")).whole().of(Quantity.HEADWAY))
                .isEqualTo(Histogram.of(Quantity.HEADWAY, 300, 300));
    }
}
