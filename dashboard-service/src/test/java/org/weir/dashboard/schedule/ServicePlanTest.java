package org.weir.dashboard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;

class ServicePlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    private static long moment(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    @Test
    void listsTheTripsOfTheDay_byRouteAndDirection() {
        ServicePlan plan = ServicePlan.of(Schedules.tiny(), DAY);
        assertThat(plan.trips()).hasSize(40);
        assertThat(plan.lines()).containsExactly(new ServicePlan.Line("1", 0), new ServicePlan.Line("1", 1));
        assertThat(plan.trips("1", 0)).hasSize(20).first().extracting(Trip::id).isEqualTo("e-6");
        assertThat(plan.trips("1", 0)).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
        assertThat(plan.trips("no such", 0)).isEmpty();
    }

    @Test
    void runsNothing_onADayWithoutService() {
        assertThat(ServicePlan.of(Schedules.tiny(), LocalDate.of(2027, 2, 10)).trips())
                .isEmpty();
        assertThat(ServicePlan.of(Schedules.tiny(), LocalDate.of(2027, 2, 10)).starts("1", 0))
                .isEmpty();
    }

    @Test
    void countsServiceAfterMidnightToTheDayBefore() {
        ServicePlan plan = ServicePlan.of(Schedules.tiny(), DAY);
        Trip last = Schedules.tiny().trip("e-25");
        assertThat(plan.departs(last, 0)).isEqualTo(moment("2026-02-11T06:00:00Z"));
        assertThat(plan.starts("1", 0)).hasSize(101);
        assertThat(plan.starts("1", 0)[100]).isEqualTo(1);
        assertThat(plan.starts("1", 0)[32]).isEqualTo(1);
        assertThat(plan.starts("1", 0)[33]).isZero();
    }

    @Test
    void givesClockTime_onTheDaysOf23And25Hours() {
        Trip eight = Schedules.tiny().trip("e-8");
        Trip late = Schedules.tiny().trip("e-25");
        ServicePlan spring = ServicePlan.of(Schedules.tiny(), LocalDate.of(2026, 3, 8));
        assertThat(spring.departs(eight, 0)).isEqualTo(moment("2026-03-08T12:00:00Z"));
        ServicePlan autumn = ServicePlan.of(Schedules.tiny(), LocalDate.of(2026, 11, 1));
        assertThat(autumn.departs(eight, 0)).isEqualTo(moment("2026-11-01T13:00:00Z"));
        // 25:00 of the evening before clocks go forward is 01:00, before they do
        ServicePlan before = ServicePlan.of(Schedules.tiny(), LocalDate.of(2026, 3, 7));
        assertThat(before.departs(late, 0)).isEqualTo(moment("2026-03-08T06:00:00Z"));
    }

    @Test
    void listsTheDeparturesFromAStop() {
        ServicePlan plan = ServicePlan.of(Schedules.tiny(), DAY);
        assertThat(plan.departures("1", 0, "B")).hasSize(20).startsWith(moment("2026-02-10T11:01:00Z"));
        assertThat(plan.departures("1", 0, "no such")).isEmpty();
    }

    @Test
    void followsABlock_fromTripToTrip() {
        // Given one vehicle that runs e-8 and then w-8
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with(
                "trips.txt",
                gtfs.file("trips.txt")
                        .replace("shape_id\n", "shape_id,block_id\n")
                        .replace("e-8,East End,0,east", "e-8,East End,0,east,b1")
                        .replace("w-8,West End,1,west", "w-8,West End,1,west,b1"));
        Schedule schedule = Schedules.read(gtfs);
        ServicePlan plan = ServicePlan.of(schedule, DAY);

        // Then
        assertThat(plan.next(schedule.trip("e-8"))).isSameAs(schedule.trip("w-8"));
        assertThat(plan.next(schedule.trip("w-8"))).isNull();
        assertThat(plan.next(schedule.trip("e-9"))).isNull();
        assertThat(plan.block("b1")).extracting(Trip::id).containsExactly("e-8", "w-8");
    }
}
