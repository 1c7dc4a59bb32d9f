package org.weir.dashboard.schedule.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.schemas.problem.Refusal;

class FrequenciesTest {
    private static final String HEAD = "trip_id,start_time,end_time,headway_secs,exact_times\n";

    private static Schedule with(String rows) {
        return Schedules.read(new TinyGtfs().with("frequencies.txt", HEAD + rows));
    }

    @Test
    void makesATripOfEachDeparture() {
        Schedule schedule = with("e-8,07:00:00,08:00:00,900,1\ne-8,08:00:00,08:40:00,1200,0\n");
        ServicePlan plan = ServicePlan.of(schedule, LocalDate.of(2026, 2, 10));
        assertThat(plan.trips("1", 0))
                .filteredOn(t -> t.gtfsId().equals("e-8"))
                .extracting("id")
                .containsExactly(
                        "e-8@07:00:00", "e-8@07:15:00", "e-8@07:30:00", "e-8@07:45:00", "e-8@08:00:00", "e-8@08:20:00");
        assertThat(schedule.trip("e-8@07:15:00").departs(3)).isEqualTo(7 * 3600 + 900 + 180);
        assertThat(schedule.trip("e-8@07:15:00").timed()).isTrue();
        assertThat(schedule.trip("e-8@08:20:00").timed()).isFalse();
        assertThat(schedule.trip("e-9").gtfsId()).isEqualTo("e-9");
    }

    @Test
    void findsTheDeparture_byItsStart() {
        Schedule schedule = with("e-8,07:00:00,25:30:00,900,1\n");
        long any = Instant.parse("2026-02-10T12:00:00Z").getEpochSecond();
        assertThat(schedule.trip("e-8", "07:15:00", any).id()).isEqualTo("e-8@07:15:00");
        // Where times are not promised a feed may say any.
        assertThat(schedule.trip("e-8", "7:21:00", any).id()).isEqualTo("e-8@07:15:00");
        assertThat(schedule.trip("e-9", "07:15:00", any).id()).isEqualTo("e-9");
        assertThat(schedule.trip("no such", "07:15:00", any)).isNull();
        assertThat(schedule.trip(null, null, any)).isNull();
    }

    @Test
    void findsTheDeparture_byTheMoment_alsoPastMidnight() {
        Schedule schedule = with("e-8,07:00:00,25:30:00,900,0\n");
        assertThat(schedule.trip(
                                "e-8",
                                null,
                                Instant.parse("2026-02-10T12:16:00Z").getEpochSecond())
                        .id())
                .isEqualTo("e-8@07:15:00");
        assertThat(schedule.trip(
                                "e-8",
                                "soon",
                                Instant.parse("2026-02-11T06:02:00Z").getEpochSecond())
                        .id())
                .isEqualTo("e-8@25:00:00");
    }

    @Test
    void leavesOutRowsThatCannotBe_andSaysHowMany() {
        Schedule schedule =
                with("e-8,07:00:00,08:00:00,0,1\ne-9,09:00:00,08:00:00,600,0\ne-7,07:00:00,99:00:00,600,0\n");
        // A trip of frequencies alone is a pattern for its departures, and these have none.
        assertThat(schedule.content().trips())
                .doesNotContainKeys("e-7", "e-8", "e-9")
                .hasSize(37);
        assertThat(schedule.content().warnings()).anyMatch(w -> w.startsWith("3 frequencies"));
    }

    @Test
    void refusesFrequenciesThatStandForTooManyDepartures() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append("e-8,00:00:00,47:00:00,10,1\n");
        }
        assertThatThrownBy(() -> with(rows.toString())).isInstanceOf(Refusal.class);
    }
}
