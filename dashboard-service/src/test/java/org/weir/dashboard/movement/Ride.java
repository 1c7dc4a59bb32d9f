package org.weir.dashboard.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.weir.dashboard.TinyGtfs;
import org.weir.schemas.position.VehiclePosition;

/** Rides along the tiny town's street, for tests. */
final class Ride {
    /** 2026-03-10 08:00 in New York, when trip e-8 leaves. */
    static final long EIGHT = 1_773_144_000;

    private Ride() {}

    /** A bus that runs, stands and reports each {@code gap} seconds with noise of up to 20 m, from stop A past stop D. */
    static List<VehiclePosition> noisy(long seed, int gap) {
        Random chance = new Random(seed);
        List<VehiclePosition> ride = new ArrayList<>();
        double metres = 0;
        long time = EIGHT;
        while (metres < 1200) {
            double east = metres + chance.nextDouble() * 40 - 20;
            ride.add(at(east, TinyGtfs.LAT + (chance.nextDouble() - 0.5) * 0.0003, time));
            metres += chance.nextInt(4) == 0 ? 0 : chance.nextDouble() * 15 * gap;
            time += gap;
        }
        for (int i = 0; i < 3; i++) {
            ride.add(at(1200, TinyGtfs.LAT, time));
            time += gap;
        }
        return ride;
    }

    /** A bus that runs 10 m/s between stops, starts and brakes at once, and stands at each stop between for a while. */
    static List<VehiclePosition> even(String trip, long begin, int gap, int halt) {
        List<VehiclePosition> ride = new ArrayList<>();
        int whole = 3 * TinyGtfs.APART / 10 + 2 * halt;
        for (int t = -2 * gap; t <= whole + 2 * gap; t += gap) {
            ride.add(TinyGtfs.bus("1", trip, metres(t, halt), begin + t));
        }
        return ride;
    }

    private static double metres(int t, int halt) {
        if (t <= 0) {
            return 0;
        }
        int round = TinyGtfs.APART / 10 + halt;
        int k = Math.min(2, t / round);
        return Math.min(3, k) * TinyGtfs.APART + Math.min(TinyGtfs.APART, (t - k * round) * 10);
    }

    private static VehiclePosition at(double east, double lat, long time) {
        return TinyGtfs.at("1", "e-8", "1", lat, TinyGtfs.lon(east), time);
    }
}
