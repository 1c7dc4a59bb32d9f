package org.weir.dashboard.street;

import org.weir.dashboard.schedule.Polyline;

/** A line cut into equal links of about 25 m, each with its middle and its bearing. */
final class Links {
    /** Short enough for a street corner, long enough for a shape's jitter not to turn it. */
    static final double LENGTH = 25;

    static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    final double[] lat;
    final double[] lon;
    /** Degrees clockwise from north. */
    final double[] bearing;
    /** Metres of one link. */
    final double step;

    Links(Polyline line) {
        int n = Math.max(1, (int) Math.round(line.length() / LENGTH));
        step = line.length() / n;
        lat = new double[n];
        lon = new double[n];
        bearing = new double[n];
        double[] from = line.point(0);
        for (int k = 0; k < n; k++) {
            double[] to = line.point(k + 1 == n ? line.length() : (k + 1) * step);
            lat[k] = (from[1] + to[1]) / 2;
            lon[k] = (from[0] + to[0]) / 2;
            bearing[k] = bearing(from, to);
            from = to;
        }
    }

    int size() {
        return lat.length;
    }

    /** From one [longitude, latitude] to another. */
    static double bearing(double[] from, double[] to) {
        double east = (to[0] - from[0]) * Math.cos(Math.toRadians((from[1] + to[1]) / 2));
        double degrees = Math.toDegrees(Math.atan2(east, to[1] - from[1]));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** The angle between two bearings, 0 to 180. */
    static double turn(double one, double other) {
        double off = Math.abs(one - other) % 360;
        return Math.min(off, 360 - off);
    }
}
