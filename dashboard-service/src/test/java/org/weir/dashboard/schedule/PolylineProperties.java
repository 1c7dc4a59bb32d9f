package org.weir.dashboard.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.weir.dashboard.TinyGtfs;

class PolylineProperties {
    private static final double METRE_NORTH = 1 / (6_371_008.8 * Math.PI / 180);

    /** A street that turns, crosses itself and has points twice, as shapes do. */
    private static Polyline street(Random random, int points) {
        double[] lat = new double[points];
        double[] lon = new double[points];
        double x = 0;
        double y = 0;
        double heading = 0;
        for (int i = 0; i < points; i++) {
            lat[i] = TinyGtfs.LAT + y * METRE_NORTH;
            lon[i] = TinyGtfs.lon(x);
            heading += random.nextGaussian() * 0.5;
            double step = random.nextInt(10) == 0 ? 0 : random.nextDouble() * 60;
            x += step * Math.sin(heading);
            y += step * Math.cos(heading);
        }
        return new Polyline(lat, lon);
    }

    /** Every metre of the window looked at, one after the other. */
    private static double away(Polyline line, double lat, double lon, double from, double to) {
        double best = Double.POSITIVE_INFINITY;
        for (double at = from; at <= to; at += 1) {
            double[] point = line.point(at);
            double dy = (point[1] - lat) / METRE_NORTH;
            double dx = (point[0] - lon) / TinyGtfs.PER_METRE;
            best = Math.min(best, Math.hypot(dx, dy));
        }
        return best;
    }

    @Property(tries = 300)
    void isNoFartherThanAnyPointOfTheWindow(@ForAll long seed, @ForAll @IntRange(min = 2, max = 120) int points) {
        Random random = new Random(seed);
        Polyline line = street(random, points);
        double[] near = line.point(random.nextDouble() * line.length());
        double lat = near[1] + random.nextGaussian() * 50 * METRE_NORTH;
        double lon = near[0] + random.nextGaussian() * 50 * TinyGtfs.PER_METRE;
        double from = random.nextDouble() * line.length();
        double to = Math.min(line.length(), from + random.nextDouble() * 600);

        Projection found = line.nearest(lat, lon, from, to);

        assertThat(found.at()).isBetween(from - 1e-9, to + 1e-9);
        // The line's plane has its own middle latitude: a few centimetres.
        assertThat(found.away()).isLessThanOrEqualTo(away(line, lat, lon, from, to) + 0.2);
        double[] there = line.point(found.at());
        double dy = (there[1] - lat) / METRE_NORTH;
        double dx = (there[0] - lon) / TinyGtfs.PER_METRE;
        assertThat(found.away()).isCloseTo(Math.hypot(dx, dy), within(0.2));
    }

    @Property(tries = 500)
    void findsTheSame_whateverTheHint(@ForAll long seed, @ForAll int hint) {
        Random random = new Random(seed);
        Polyline line = street(random, 2 + random.nextInt(200));
        double lat = TinyGtfs.LAT + random.nextGaussian() * 400 * METRE_NORTH;
        double lon = TinyGtfs.lon(random.nextGaussian() * 400);
        double from = (random.nextDouble() * 1.4 - 0.2) * line.length();
        double to = from + random.nextGaussian() * 300;

        Projection plain = line.nearest(lat, lon, from, to);
        Nearest hinted = new Nearest();
        hinted.hint(hint);
        line.nearest(lat, lon, from, to, hinted);

        assertThat(hinted.at()).isEqualTo(plain.at());
        assertThat(hinted.away()).isEqualTo(plain.away());
    }

    @Property(tries = 2000)
    void passesIncludeTheNearestPointOfAll(@ForAll long seed) {
        Random random = new Random(seed);
        Polyline line = street(random, 2 + random.nextInt(200));
        double[] near = line.point(random.nextDouble() * line.length());
        double lat = near[1] + random.nextGaussian() * 20 * METRE_NORTH;
        double lon = near[0] + random.nextGaussian() * 20 * TinyGtfs.PER_METRE;

        Projection nearest = line.nearest(lat, lon, 0, line.length());
        double least = line.passes(lat, lon, nearest.away() + 1).stream()
                .mapToDouble(Projection::away)
                .min()
                .orElseThrow();

        assertThat(least).isCloseTo(nearest.away(), within(1e-9));
    }
}
