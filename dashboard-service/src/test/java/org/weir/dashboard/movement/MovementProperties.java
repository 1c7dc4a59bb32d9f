package org.weir.dashboard.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Schedule;
import org.weir.schemas.position.VehiclePosition;

class MovementProperties {
    private final Schedule schedule = Schedules.tiny();

    /** A bus that runs, stands and reports with noise of up to 20 m. */
    private static List<VehiclePosition> ride(long seed, int gap) {
        Random chance = new Random(seed);
        List<VehiclePosition> ride = new ArrayList<>();
        double metres = 0;
        long time = 1_773_144_000;
        while (metres < 1200) {
            double east = metres + chance.nextDouble() * 40 - 20;
            ride.add(TinyGtfs.at(
                    "1", "e-8", "1", TinyGtfs.LAT + (chance.nextDouble() - 0.5) * 0.0003, TinyGtfs.lon(east), time));
            metres += chance.nextInt(4) == 0 ? 0 : chance.nextDouble() * 15 * gap;
            time += gap;
        }
        return ride;
    }

    @Property(tries = 300)
    void progressNeverFalls_andSegmentsFollowEachOther(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        Progress last = null;
        double exit = Double.NEGATIVE_INFINITY;
        for (VehiclePosition position : ride(seed, gap)) {
            Step step = Movement.step(schedule, last, position);
            assertThat(step.unmatched()).isNull();
            if (last != null) {
                assertThat(step.progress().metres()).isGreaterThanOrEqualTo(last.metres());
            }
            for (Traversal each : step.traversals()) {
                assertThat(each.exit()).isGreaterThan(exit).isBetween((double) last.time(), (double)
                        position.timestamp());
                assertThat(each.seconds()).isPositive();
                assertThat(each.speed()).isLessThanOrEqualTo(Matcher.FASTEST);
                exit = each.exit();
            }
            last = step.progress();
        }
    }

    @Property(tries = 200)
    void sayingItTwiceAddsNothing(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        List<VehiclePosition> ride = ride(seed, gap);
        List<Traversal> once = traversals(ride);
        List<VehiclePosition> twice = new ArrayList<>();
        for (VehiclePosition each : ride) {
            twice.add(each);
            twice.add(each);
        }
        twice.addAll(ride);
        assertThat(traversals(twice)).isEqualTo(once);
    }

    @Property(tries = 200)
    void theNearestPointIsNoFartherThanAnyOther(
            @ForAll @DoubleRange(min = -100, max = 1300) double east,
            @ForAll @DoubleRange(min = 0, max = 1200) double s) {
        var line = schedule.trip("e-8").pattern().shape().line();
        double lat = TinyGtfs.LAT + 0.0002;
        double away = line.nearest(lat, TinyGtfs.lon(east), 0, line.length()).away();
        double other = line.nearest(lat, TinyGtfs.lon(east), s, s).away();
        assertThat(away).isLessThanOrEqualTo(other + 1e-6);
        assertThat(line.nearest(lat, TinyGtfs.lon(east), 0, line.length()).at())
                .isCloseTo(Math.max(0, Math.min(1200, east)), within(0.1));
    }

    private List<Traversal> traversals(List<VehiclePosition> positions) {
        List<Traversal> found = new ArrayList<>();
        Progress last = null;
        for (VehiclePosition each : positions) {
            Step step = Movement.step(schedule, last, each);
            found.addAll(step.traversals());
            last = step.progress();
        }
        return found;
    }
}
