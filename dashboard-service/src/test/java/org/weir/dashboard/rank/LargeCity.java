package org.weir.dashboard.rank;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleContent;
import org.weir.dashboard.schedule.ServiceDays;
import org.weir.dashboard.schedule.Shape;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.Signal;
import org.weir.dashboard.street.StreetNet;
import org.weir.schemas.id.FeedId;

/**
 * A city of 170 routes of 35 stops on a grid of streets, and what its dates say, made up street by street: too many trips
 * to drive them. Buses come each 5 to 60 minutes; one street of 30 is slow for hours, one stop of 60 and one link of 200 too.
 */
public final class LargeCity {
    public static final FeedId FEED = FeedId.of("large.vehicle-positions");

    private static final int[] HEADWAYS = {300, 600, 720, 900, 1_200, 1_800, 3_600};
    private static final double BLOCK = 375;
    private static final int STOPS = 35;
    private static final int STREETS = 36;
    private static final double LAT = 40;
    private static final double METRES = 1 / 111_195.0;
    private static final int FIRST_HOUR = 5;
    private static final int LAST_HOUR = 23;

    public final Layout layout;
    private final Schedule schedule;
    private final Ground ground;
    private final Map<LineKey, Integer> headways = new HashMap<>();
    private final SplittableRandom random;
    private final Random chance;

    public LargeCity(int routes, long seed) {
        random = new SplittableRandom(seed);
        chance = new Random(seed);
        List<StopPattern> patterns = new ArrayList<>();
        for (int route = 0; route < routes; route++) {
            for (int direction = 0; direction < 2; direction++) {
                patterns.add(pattern(patterns.size(), route, direction));
                headways.put(new LineKey(FEED.value(), "r" + route, direction), HEADWAYS[route % HEADWAYS.length]);
            }
        }
        ScheduleContent content = new ScheduleContent(
                "Large",
                ZoneId.of("America/New_York"),
                Map.of(),
                Map.of(),
                patterns,
                Map.of(),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                new ServiceDays(),
                List.of());
        schedule = new Schedule(FEED, "v1", Instant.EPOCH, content);
        ground = new Ground(StreetNet.of(List.of(schedule)), List.of(), List.of(), signals());
        layout = Layout.of(List.of(schedule), ground);
    }

    /** Along one street of the grid, and after a turn along another. */
    private StopPattern pattern(int ordinal, int route, int direction) {
        SplittableRandom own = new SplittableRandom(route);
        int x = own.nextInt(STREETS);
        int y = own.nextInt(STREETS);
        int turn = 8 + own.nextInt(STOPS - 16);
        int back = own.nextBoolean() ? -1 : 1;
        double[] lat = new double[STOPS];
        double[] lon = new double[STOPS];
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            int at = direction == 0 ? i : STOPS - 1 - i;
            int east = Math.floorMod(x + back * Math.max(0, at - turn), 2 * STREETS);
            int north = Math.floorMod(y + Math.min(at, turn), 2 * STREETS);
            lat[i] = LAT + north * BLOCK * METRES;
            lon[i] = -75 + east * BLOCK * METRES / Math.cos(Math.toRadians(LAT));
            stops.add(new Stop("s" + east + '-' + north + '-' + direction, east + " and " + north, lat[i], lon[i]));
        }
        Polyline line = new Polyline(lat, lon);
        double[] metres = new double[STOPS];
        for (int i = 0; i < STOPS; i++) {
            metres[i] = line.vertex(i);
        }
        return new StopPattern(ordinal, "r" + route, direction, new Shape("p" + ordinal, line), stops, metres);
    }

    private static List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (int east = 0; east < STREETS; east++) {
            for (int north = 0; north < STREETS; north++) {
                double lon = -75 + east * BLOCK * METRES / Math.cos(Math.toRadians(LAT));
                signals.add(new Signal(east + "/" + north, null, LAT + north * BLOCK * METRES, lon, Double.NaN));
            }
        }
        return signals;
    }

    public String says() {
        return "%d routes, %,d streets, %,d stops, %,d signals"
                .formatted(
                        headways.size() / 2,
                        ground.net().streets().size(),
                        schedule.content().patterns().stream()
                                .flatMap(p -> p.stops().stream())
                                .distinct()
                                .count(),
                        layout.approaches().size());
    }

    /** What a date says. */
    public DayEvidence on(LocalDate date) {
        DayEvidence day = new DayEvidence(date, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        ground.net().streets().forEach(street -> day.streets().put(street.id(), street(street.id(), date)));
        for (StopPattern pattern : schedule.content().patterns()) {
            LineKey line = new LineKey(FEED.value(), pattern.route(), pattern.direction());
            LineTrips trips = day.lines().computeIfAbsent(line, l -> new LineTrips());
            for (int k = 1; k < STOPS; k++) {
                String stop = pattern.stops().get(k).id();
                StopTimes halts = day.stops().computeIfAbsent(new StopKey(FEED.value(), stop), s -> new StopTimes());
                LinkTimes times = new LinkTimes();
                for (int hour = FIRST_HOUR; hour < LAST_HOUR; hour++) {
                    int buses = buses(line, hour, date);
                    trips.scheduled += k == 1 ? buses : 0;
                    trips.observed += k == 1 ? buses : 0;
                    halts(halts, hour, buses, stop.hashCode() % 60 == 0 ? 45 : 14);
                    boolean tight = (line.route() + stop).hashCode() % 200 == 0;
                    for (int bus = 0; bus < buses; bus++) {
                        times.add(hour, 75 + (tight ? 140 : 0) + 20 * chance.nextGaussian(), 75);
                    }
                }
                day.links().put(new LinkKey(line, pattern.stops().get(k - 1).id(), stop), times);
            }
        }
        return day;
    }

    private int buses(LineKey line, int hour, LocalDate date) {
        double perHour = 3_600.0 / headways.get(line);
        boolean rare = hour >= 20 || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        double buses = rare ? perHour / 2 : perHour;
        return (int) buses + (random.nextDouble() < buses % 1 ? 1 : 0);
    }

    private void halts(StopTimes halts, int hour, int buses, int seconds) {
        for (int bus = 0; bus < buses; bus++) {
            halts.visits[hour]++;
            if (random.nextDouble() < 0.8) {
                halts.halts[hour]++;
                halts.dwell[hour] += (int) (10 * seconds * (0.5 + random.nextDouble()));
            }
        }
    }

    private StreetTimes street(String id, LocalDate date) {
        StreetTimes times = new StreetTimes(layout.cells(id));
        boolean slow = id.hashCode() % 30 == 0;
        for (int hour = FIRST_HOUR; hour < LAST_HOUR; hour++) {
            int buses = 0;
            for (LineKey line : layout.lines(id)) {
                buses += buses(line, hour, date);
            }
            boolean peak = slow && (hour >= 7 && hour < 10 || hour >= 16 && hour < 19);
            for (int bus = 0; bus < buses; bus++) {
                double metresPerSecond = (peak ? 3 : 8) * (1 + 0.15 * chance.nextGaussian());
                pass(times, hour, Math.max(1.5, metresPerSecond));
            }
        }
        return times;
    }

    private void pass(StreetTimes times, int hour, double metresPerSecond) {
        times.passes[hour]++;
        double seconds = 0;
        for (int cell = 0; cell < times.cells(); cell++) {
            double each = StreetTimes.CELL / metresPerSecond * (0.8 + 0.4 * random.nextDouble());
            times.running[hour][cell] += (int) Math.round(10 * each);
            seconds += each;
        }
        int stood = random.nextInt(200);
        times.dwell[hour] += stood;
        times.timetabled[hour]++;
        times.scheduled[hour] += 45;
        times.against[hour] += (int) (10 * seconds) + stood;
        times.crowding[hour] += random.nextInt(80);
        times.counted[hour]++;
        if (Hours.quiet(hour)) {
            times.quietly(metresPerSecond);
        }
    }
}
