package org.weir.dashboard.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Schedule;
import org.weir.schemas.position.VehiclePosition;

class MovementTest {
    /** 2026-03-10 08:00 in New York. */
    private static final long EIGHT = Instant.parse("2026-03-10T12:00:00Z").getEpochSecond();

    private final Schedule schedule = Schedules.tiny();
    private final List<Traversal> traversals = new ArrayList<>();
    private Progress last;

    private Unmatched bus(double metres, long seconds) {
        return take(TinyGtfs.bus("1", "e-8", metres, EIGHT + seconds));
    }

    private Unmatched take(VehiclePosition position) {
        Step step = Movement.step(schedule, last, position);
        last = step.progress();
        traversals.addAll(step.traversals());
        return step.unmatched();
    }

    @Test
    void interpolatesWhenAStopWasPassed() {
        // When it runs 10 m/s, seen each 30 s
        for (int t = 0; t <= 120; t += 30) {
            assertThat(bus(10 * t, t)).isNull();
        }

        // Then each 400 m took 40 s; the last segment is whole 30 m before the last stop
        assertThat(traversals).extracting(Traversal::segment).containsExactly("A>B", "B>C", "C>D");
        assertThat(traversals.get(0).exit()).isCloseTo(EIGHT + 40, within(0.1));
        assertThat(traversals.get(1).seconds()).isCloseTo(40, within(0.1));
        assertThat(traversals).allSatisfy(t -> assertThat(t.speed()).isCloseTo(10, within(0.05)));
        assertThat(traversals).allSatisfy(t -> assertThat(t.hour()).isEqualTo(8));
        assertThat(traversals).allSatisfy(t -> assertThat(t.date()).isEqualTo(LocalDate.of(2026, 3, 10)));
    }

    @Test
    void countsOnlyWholeSegments() {
        bus(200, 0);
        bus(600, 40);
        bus(700, 50);
        assertThat(traversals).isEmpty();
        bus(1000, 80);
        assertThat(traversals).extracting(Traversal::segment).containsExactly("B>C");
    }

    @Test
    void leavesOutTheTimeAtTheFirstStop() {
        bus(0, 0);
        bus(0, 60);
        bus(0, 120);
        bus(500, 170);
        assertThat(traversals).hasSize(1);
        assertThat(traversals.get(0).seconds()).isCloseTo(40, within(0.1));
    }

    @Test
    void knowsNothingOfASegmentAfterALongSilence() {
        bus(0, 0);
        bus(450, 301);
        assertThat(traversals).isEmpty();
    }

    @Test
    void neverGoesBack() {
        bus(300, 0);
        bus(280, 15);
        assertThat(last.metres()).isCloseTo(300, within(0.1));
        bus(310, 30);
        assertThat(last.metres()).isCloseTo(310, within(0.1));
    }

    @Test
    void passesOverWhatIsNotNewer() {
        bus(300, 30);
        Progress before = last;
        assertThat(bus(100, 30)).isEqualTo(Unmatched.NOT_NEWER);
        assertThat(bus(100, 10)).isEqualTo(Unmatched.NOT_NEWER);
        assertThat(last).isEqualTo(before);
    }

    @Test
    void saysWhyAPositionTellsNothing() {
        assertThat(take(TinyGtfs.at("1", "e-8", "1", Double.NaN, 0, EIGHT))).isEqualTo(Unmatched.INCOMPLETE);
        assertThat(take(TinyGtfs.at("1", "?", "?", TinyGtfs.LAT, TinyGtfs.LON, EIGHT + 1)))
                .isEqualTo(Unmatched.NO_TRIP);
        assertThat(take(TinyGtfs.at("1", "e-8", "1", TinyGtfs.LAT + 0.001, TinyGtfs.LON, EIGHT + 2)))
                .isEqualTo(Unmatched.OFF_ROUTE);
        assertThat(take(TinyGtfs.at("1", "e-8", "1", -33, 151, EIGHT + 3))).isEqualTo(Unmatched.OFF_ROUTE);
        assertThat(Movement.step(null, null, TinyGtfs.bus("1", "e-8", 0, EIGHT)).unmatched())
                .isEqualTo(Unmatched.NO_SCHEDULE);
    }

    @Test
    void forgetsWhereItWas_afterAPositionOffTheWay() {
        bus(0, 0);
        take(TinyGtfs.at("1", "e-8", "1", TinyGtfs.LAT + 0.01, TinyGtfs.LON, EIGHT + 10));
        bus(450, 45);
        assertThat(traversals).isEmpty();
    }

    @Test
    void findsTheDirectionByHeading_whereOnlyTheRouteIsKnown() {
        VehiclePosition p = new VehiclePosition(
                "1",
                null,
                null,
                null,
                "1",
                null,
                null,
                null,
                null,
                TinyGtfs.LAT,
                TinyGtfs.lon(900),
                270f,
                Double.NaN,
                Float.NaN,
                null,
                null,
                null,
                EIGHT,
                null,
                null,
                null);
        take(p);
        assertThat(schedule.pattern(last.pattern()).direction()).isEqualTo(1);
        assertThat(last.metres()).isCloseTo(300, within(0.5));
    }

    @Test
    void measuresARouteWithoutTrips() {
        for (int t = 0; t <= 100; t += 20) {
            VehiclePosition p = new VehiclePosition(
                    "1",
                    null,
                    null,
                    null,
                    "1",
                    0,
                    null,
                    null,
                    null,
                    TinyGtfs.LAT,
                    TinyGtfs.lon(t * 8),
                    Float.NaN,
                    Double.NaN,
                    Float.NaN,
                    null,
                    null,
                    null,
                    EIGHT + t,
                    null,
                    null,
                    null);
            assertThat(take(p)).isNull();
        }
        assertThat(traversals).extracting(Traversal::segment).containsExactly("A>B");
        assertThat(traversals.get(0).speed()).isCloseTo(8, within(0.05));
        assertThat(traversals.get(0).trip()).isEmpty();
    }

    @Test
    void refusesAnImpossibleSpeed() {
        bus(0, 0);
        bus(450, 5);
        bus(900, 10);
        assertThat(traversals).isEmpty();
    }

    @Test
    void beginsAnew_whenTheScheduleChanged() {
        bus(0, 0);
        last = new Progress("another", last.pattern(), last.trip(), last.metres(), last.time(), last.entered());
        bus(450, 45);
        assertThat(traversals).isEmpty();
    }

    @Test
    void believesTheFeedsServiceDate_whereItCanBeTrue() {
        for (String said : List.of("20260309", "99990101", "nonsense")) {
            last = null;
            for (int t = 0; t <= 60; t += 20) {
                take(new VehiclePosition(
                        "1",
                        null,
                        null,
                        "e-8",
                        "1",
                        0,
                        null,
                        said,
                        null,
                        TinyGtfs.LAT,
                        TinyGtfs.lon(t * 8),
                        Float.NaN,
                        Double.NaN,
                        Float.NaN,
                        null,
                        null,
                        null,
                        EIGHT + t,
                        null,
                        null,
                        null));
            }
        }
        assertThat(traversals).extracting(t -> t.date().getDayOfMonth()).containsExactly(9, 10, 10);
    }
}
