package org.weir.dashboard.schedule.gtfs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.weir.dashboard.schedule.Polyline;

/** The points of one shape while an archive is read. */
final class ShapePoints {
    private int[] sequence = new int[64];
    private double[] lat = new double[64];
    private double[] lon = new double[64];
    private int size;

    void add(int at, double pointLat, double pointLon) {
        if (size == sequence.length) {
            sequence = Arrays.copyOf(sequence, size * 2);
            lat = Arrays.copyOf(lat, size * 2);
            lon = Arrays.copyOf(lon, size * 2);
        }
        sequence[size] = at;
        lat[size] = pointLat;
        lon[size++] = pointLon;
    }

    /** The line through the points in order; null where there are fewer than two. */
    Polyline line() {
        if (size < 2) {
            return null;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(i -> sequence[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] lats = new double[size];
        double[] lons = new double[size];
        for (int i = 0; i < size; i++) {
            lats[i] = lat[order[i]];
            lons[i] = lon[order[i]];
        }
        return new Polyline(lats, lons);
    }
}
