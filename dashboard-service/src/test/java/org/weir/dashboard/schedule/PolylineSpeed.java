package org.weir.dashboard.schedule;

import java.util.Random;
import org.weir.dashboard.TinyGtfs;

/**
 * What a search along a line costs, as movement makes it: a window of 350 m about where the vehicle was, on a shape with a
 * point each 25 m. Run by hand: {@code java … org.weir.dashboard.schedule.PolylineSpeed}.
 */
final class PolylineSpeed {
    private static final int POINTS = 600;
    private static final int SEARCHES = 4_000_000;
    private static final double METRE_NORTH = 1 / (6_371_008.8 * Math.PI / 180);

    private PolylineSpeed() {}

    public static void main(String[] args) {
        long seed = args.length == 0 ? 1 : Long.parseLong(args[0]);
        Polyline line = street(new Random(seed));
        System.out.printf("seed=%d points=%d metres=%.0f%n", seed, POINTS, line.length());
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            double sum = window(line, new Nearest());
            long reused = System.nanoTime() - start;
            start = System.nanoTime();
            sum -= window(line, null);
            long fresh = System.nanoTime() - start;
            System.out.printf(
                    "with a hint %d ns, without %d ns a search; sums differ by %.1f%n",
                    reused / SEARCHES, fresh / SEARCHES, sum);
        }
        long start = System.nanoTime();
        int passes = 0;
        for (int i = 0; i < SEARCHES / 20; i++) {
            double[] point = line.point(i % (int) line.length());
            passes += line.passes(point[1], point[0], 60).size();
        }
        System.out.printf(
                "passes of the whole line %d ns (%d)%n", (System.nanoTime() - start) / (SEARCHES / 20), passes);
    }

    private static double window(Polyline line, Nearest reused) {
        double sum = 0;
        double metres = 0;
        double[] point = line.point(0);
        for (int i = 0; i < SEARCHES; i++) {
            if ((i & 15) == 0) {
                metres = metres + 80 >= line.length() ? 0 : metres + 80;
                point = line.point(metres);
            }
            if (reused == null) {
                sum += line.nearest(point[1], point[0], metres - 50, metres + 300)
                        .at();
            } else {
                line.nearest(point[1], point[0], metres - 50, metres + 300, reused);
                sum += reused.at();
            }
        }
        return sum;
    }

    private static Polyline street(Random random) {
        double[] lat = new double[POINTS];
        double[] lon = new double[POINTS];
        double x = 0;
        double y = 0;
        double heading = 0;
        for (int i = 0; i < POINTS; i++) {
            lat[i] = TinyGtfs.LAT + y * METRE_NORTH;
            lon[i] = TinyGtfs.lon(x);
            heading += random.nextGaussian() * 0.2;
            x += 25 * Math.sin(heading);
            y += 25 * Math.cos(heading);
        }
        return new Polyline(lat, lon);
    }
}
