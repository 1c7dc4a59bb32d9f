package org.weir.dashboard.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.position.VehiclePosition;

class TrackProperties {
    private final ScheduleBook book = ScheduleBook.of(List.of(Schedules.tiny()));

    /** The runs as they were told last, after all positions. */
    private Map<String, TripRun> told(List<VehiclePosition> positions, int drainEvery) {
        Track track = new Track("1");
        Map<String, TripRun> told = new TreeMap<>();
        int n = 0;
        for (VehiclePosition each : positions) {
            track.add(book, each);
            if (++n % drainEvery == 0) {
                track.drain().forEach(run -> told.put(run.key().toString(), run));
            }
        }
        track.drain().forEach(run -> told.put(run.key().toString(), run));
        return told;
    }

    @Property(tries = 500)
    void departureIsNotBeforeArrival_andVisitsFollowEachOther(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        for (TripRun run : told(Ride.noisy(seed, gap), 7).values()) {
            double before = Double.NEGATIVE_INFINITY;
            int index = -1;
            for (StopVisit visit : run.visits()) {
                assertThat(visit.departure()).isGreaterThanOrEqualTo(visit.arrival());
                assertThat(visit.arrival()).isGreaterThanOrEqualTo(before);
                assertThat(visit.index()).isGreaterThan(index);
                before = visit.departure();
                index = visit.index();
            }
        }
    }

    @Property(tries = 500)
    void everyVisitLiesBetweenTwoPositions(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        List<VehiclePosition> ride = Ride.noisy(seed, gap);
        double first = ride.get(0).timestamp();
        double last = ride.get(ride.size() - 1).timestamp();
        for (TripRun run : told(ride, 3).values()) {
            assertThat(run.visits()).allSatisfy(v -> {
                assertThat(v.arrival()).isBetween(first, last);
                assertThat(v.departure()).isBetween(first, last);
                assertThat(v.gap()).isLessThanOrEqualTo(Reckoner.LONGEST_GAP);
            });
        }
    }

    @Property(tries = 500)
    void runningAndDwellingMakeTheTripsTime(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        for (TripRun run : told(Ride.noisy(seed, gap), 5).values()) {
            List<StopVisit> visits = run.visits();
            if (visits.size() < 2) {
                continue;
            }
            double sum = 0;
            for (int i = 1; i < visits.size(); i++) {
                sum += visits.get(i).arrival() - visits.get(i - 1).departure();
                sum += i < visits.size() - 1 ? visits.get(i).dwell() : 0;
            }
            double whole =
                    visits.get(visits.size() - 1).arrival() - visits.get(0).departure();
            assertThat(sum).isCloseTo(whole, within(1e-6));
        }
    }

    @Property(tries = 500)
    void knotsNeverFall(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        for (TripRun run : told(Ride.noisy(seed, gap), 4).values()) {
            Knots knots = run.knots();
            for (int i = 1; i < knots.size(); i++) {
                assertThat(knots.metres()[i]).isGreaterThanOrEqualTo(knots.metres()[i - 1]);
                assertThat(knots.times()[i]).isGreaterThan(knots.times()[i - 1]);
            }
        }
    }

    @Property(tries = 300)
    void sayingItTwiceAddsNothing(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        List<VehiclePosition> ride = Ride.noisy(seed, gap);
        List<VehiclePosition> twice = new ArrayList<>();
        for (VehiclePosition each : ride) {
            twice.add(each);
            twice.add(each);
        }
        twice.addAll(ride);
        assertThat(told(twice, 5)).isEqualTo(told(ride, 5));
    }

    @Property(tries = 500)
    void theOrderOfArrivalMakesNoDifference_withinTheGrace(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 40) int gap) {
        List<VehiclePosition> ride = Ride.noisy(seed, gap);
        assertThat(visits(told(mixed(ride, seed, gap), 3))).isEqualTo(visits(told(ride, 3)));
    }

    /** Each as late as the grace allows at most. */
    private static List<VehiclePosition> mixed(List<VehiclePosition> ride, long seed, int gap) {
        List<VehiclePosition> mixed = new ArrayList<>(ride);
        Random chance = new Random(seed);
        int reach = (int) Lane.GRACE / gap / 2;
        for (int from = 0; from < mixed.size(); from += reach) {
            Collections.shuffle(mixed.subList(from, Math.min(mixed.size(), from + reach)), chance);
        }
        return mixed;
    }

    @Property(tries = 300)
    void howOftenItIsAskedMakesNoDifference(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        List<VehiclePosition> ride = Ride.noisy(seed, gap);
        assertThat(told(ride, 1)).isEqualTo(told(ride, 1000));
    }

    @Property(tries = 300)
    void norDoesItWhereTheyComeLate(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        List<VehiclePosition> mixed = mixed(Ride.noisy(seed, gap), seed, gap);
        assertThat(told(mixed, 1)).isEqualTo(told(mixed, 1000));
    }

    @Property(tries = 200)
    void aStoredTrackGoesOnAsIfItHadNotBeen(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int gap) {
        List<VehiclePosition> ride = Ride.noisy(seed, gap);
        Track whole = new Track("1");
        Track stored = new Track("1");
        for (int i = 0; i < ride.size(); i++) {
            whole.add(book, ride.get(i));
            stored.add(book, ride.get(i));
            if (i % 5 == 4) {
                stored = TrackCodec.read(TrackCodec.write(stored), book::version);
            }
        }
        assertThat(TrackCodec.write(stored)).isEqualTo(TrackCodec.write(whole));
    }

    private static Map<String, List<StopVisit>> visits(Map<String, TripRun> runs) {
        Map<String, List<StopVisit>> visits = new TreeMap<>();
        runs.forEach((key, run) -> {
            if (!run.visits().isEmpty()) {
                visits.put(key, run.visits());
            }
        });
        return visits;
    }
}
