package org.weir.dashboard.movement.truth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weir.city.flaw.Message;
import org.weir.city.flaw.Sampling;
import org.weir.city.flaw.TruthDay;
import org.weir.city.network.City;
import org.weir.city.plant.Planting;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.position.VehiclePosition;

/**
 * Positions a second through the movement core on one thread, and what 10,000 vehicles take of memory. Arguments: rounds
 * (default 7). Ends with 0 only where both bars hold.
 */
public final class TrackBenchmark {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);
    private static final int VEHICLES = 10_000;
    private static final double LEAST_A_SECOND = 400_000;
    private static final double MOST_MB = 200;

    /** The thread's own time: what else the machine does is no part of it. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private TrackBenchmark() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        City city = Planting.city(1);
        ScheduleBook book = CityFeed.schedules(city, DATE);
        boolean held = speed(book, positions(city), rounds);
        held &= memory(book, positions(city));
        System.out.println(held ? "Both bars hold." : "NOT HELD");
        System.exit(held ? 0 : 1);
    }

    private static List<VehiclePosition> positions(City city) {
        List<VehiclePosition> positions = new ArrayList<>();
        for (Message message : TruthDay.of(city, DATE, Sampling.USUAL, 1).messages()) {
            positions.add(CityFeed.position(message.position(), true));
        }
        return positions;
    }

    /** Every run that changed is asked for with each position, which is as often as anybody can. */
    private static boolean speed(ScheduleBook book, List<VehiclePosition> positions, int rounds) {
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Map<String, Track> tracks = new HashMap<>();
            long told = 0;
            long begun = THREAD.getCurrentThreadCpuTime();
            for (VehiclePosition p : positions) {
                Track track = tracks.computeIfAbsent(p.vehicleId(), Track::new);
                track.add(book, p);
                told += track.drain().size();
            }
            rates[round] = positions.size() / ((THREAD.getCurrentThreadCpuTime() - begun) / 1e9);
            System.out.printf(Locale.ROOT, "round %d: %,.0f positions/s, %,d values told%n", round, rates[round], told);
        }
        Arrays.sort(rates);
        double median = rates[rounds / 2];
        System.out.printf(Locale.ROOT, "median %,.0f positions/s on one thread (bar %,.0f)%n", median, LEAST_A_SECOND);
        return median >= LEAST_A_SECOND;
    }

    /** All vehicles in the middle of the evening peak, each with its day behind it. */
    private static boolean memory(ScheduleBook book, List<VehiclePosition> positions) {
        long evening = DATE.atTime(17, 30).atZone(book.timezone()).toEpochSecond();
        Map<String, List<VehiclePosition>> byVehicle = new HashMap<>();
        for (VehiclePosition p : positions) {
            if (p.timestamp() <= evening) {
                byVehicle.computeIfAbsent(p.vehicleId(), v -> new ArrayList<>()).add(p);
            }
        }
        List<List<VehiclePosition>> out = byVehicle.values().stream()
                .filter(own -> own.get(own.size() - 1).timestamp() > evening - 300)
                .toList();
        long before = used();
        Track[] tracks = new Track[VEHICLES];
        for (int i = 0; i < VEHICLES; i++) {
            tracks[i] = new Track("vehicle " + i);
            for (VehiclePosition p : out.get(i % out.size())) {
                tracks[i].add(book, p);
                tracks[i].drain();
            }
        }
        double mb = (used() - before) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%,d vehicles at 17:30 (%d different ones), 30 s: %.0f MB (bar %.0f)%n",
                tracks.length,
                out.size(),
                mb,
                MOST_MB);
        return mb <= MOST_MB;
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
