package org.weir.dashboard.measure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.Shape;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.StopPattern;

/** Days of one route made by hand or by chance: stops S0, S1, … a given number of metres apart, one pattern. */
final class Town {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    final LocalDate date;
    final double begin;
    final StopPattern pattern;
    final List<TripRun> runs = new ArrayList<>();
    final List<ScheduledTrip> scheduled = new ArrayList<>();
    final List<Stretch> stretches = new ArrayList<>();
    final List<Silence> silences = new ArrayList<>();

    Town(LocalDate date, double apart, String... stops) {
        this.date = date;
        begin = ServiceDate.begin(date, ZONE);
        Shape shape = new Shape("s", new Polyline(new double[] {40, 40.2}, new double[] {-75, -75}));
        double[] at =
                IntStream.range(0, stops.length).mapToDouble(i -> i * apart).toArray();
        pattern = new StopPattern(
                0,
                "1",
                0,
                shape,
                List.of(stops).stream().map(s -> new Stop(s, s, 40, -75)).toList(),
                at);
    }

    static Town of(String... stops) {
        return new Town(MONDAY, 400, stops);
    }

    /** A trip that is to leave its stops so many seconds after the service day's beginning. */
    Town plan(String trip, int... departs) {
        double[] at = IntStream.of(departs).mapToDouble(s -> begin + s).toArray();
        scheduled.add(
                new ScheduledTrip(trip, pattern.stops().stream().map(Stop::id).toList(), at));
        return this;
    }

    /** A run of arrivals and departures in turn, in seconds after the service day's beginning. */
    Town run(String trip, String vehicle, double... arrivesAndLeaves) {
        runs.add(made(trip, vehicle, arrivesAndLeaves, StopVisit.UNKNOWN));
        return this;
    }

    private TripRun made(String trip, String vehicle, double[] times, int crowding) {
        ScheduledTrip plan = scheduled.stream()
                .filter(s -> s.trip().equals(trip))
                .findFirst()
                .orElse(null);
        List<StopVisit> visits = new ArrayList<>();
        float[] metres = new float[times.length];
        double[] when = new double[times.length];
        for (int i = 0; i < times.length / 2; i++) {
            int due = plan == null ? StopVisit.UNSCHEDULED : (int) (plan.departs()[i] - begin);
            visits.add(new StopVisit(
                    i,
                    pattern.stops().get(i).id(),
                    begin + times[2 * i],
                    begin + times[2 * i + 1],
                    due,
                    30,
                    StopVisit.Quality.BETWEEN,
                    crowding));
            metres[2 * i] = (float) pattern.at()[i];
            metres[2 * i + 1] = (float) pattern.at()[i];
            when[2 * i] = begin + times[2 * i];
            when[2 * i + 1] = begin + times[2 * i + 1];
        }
        return new TripRun(
                new TripRun.Key(date, trip, vehicle),
                "1",
                0,
                "v1",
                0,
                Assignment.GIVEN,
                visits,
                new Knots(metres, when),
                0);
    }

    ServedDay day() {
        return new ServedDay(date, ZONE, runs, scheduled, (version, i) -> pattern, stretches, silences);
    }

    RouteDay measured() {
        return RouteDay.of(day());
    }

    Cell at(Place place) {
        return measured().sheets().getOrDefault(place, DaySheet.EMPTY).whole();
    }

    /** A likely day: a bus each so many seconds from 5:00 to 25:00, slower in the rush, late and bunched by chance. */
    static Town likely(long seed, LocalDate date, int stops, int every) {
        String[] names = IntStream.range(0, stops).mapToObj(i -> "S" + i).toArray(String[]::new);
        Town town = new Town(date, 350, names);
        Random chance = new Random(seed);
        for (int start = 5 * 3600; start < 25 * 3600; start += every) {
            String trip = "t" + start;
            int[] planned = new int[stops];
            for (int i = 0; i < stops; i++) {
                planned[i] = start + i * 80;
            }
            town.plan(trip, planned);
            if (chance.nextInt(25) > 0) {
                town.runs.add(town.made(trip, "v" + start / 7200, town.times(chance, start), chance.nextInt(150)));
            }
        }
        return town;
    }

    private double[] times(Random chance, int start) {
        int stops = pattern.stops().size();
        double rush = start / 3600 == 8 || start / 3600 == 17 ? 1.5 : 1;
        double[] times = new double[2 * stops];
        double now = start + Math.abs(chance.nextGaussian() * 90) - 20;
        for (int i = 0; i < stops; i++) {
            times[2 * i] = now;
            now += i == 0 || i == stops - 1 || chance.nextInt(5) == 0 ? 0 : 4 + chance.nextDouble() * 25;
            times[2 * i + 1] = now;
            now += (40 + chance.nextDouble() * 40) * rush;
        }
        return times;
    }
}
