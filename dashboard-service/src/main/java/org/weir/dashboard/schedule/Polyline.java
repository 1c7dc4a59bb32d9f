package org.weir.dashboard.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line on the ground, measured in metres from its beginning. Lengths are taken on a plane through its middle latitude
 * (equirectangular): within 0.1% over a city's extent, which is less than the shapes themselves are off.
 */
public final class Polyline {
    /** Of latitude. */
    public static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    /** Two nearest points this close are one. */
    private static final double SAME = 1.0;

    /** Segments that share one box: where the box is too far away, none of them is looked at. */
    private static final int SHIFT = 4;

    private static final int BLOCK = 1 << SHIFT;

    /** A hint this many segments off costs as much as looking from nothing. */
    private static final int NEAR_HINT = 32;

    /** The cosine of the angle (100 degrees) from which on a piece leads another way than something heads. */
    private static final double AGAINST = -0.17;

    private final double[] lat;
    private final double[] lon;
    private final double[] x;
    private final double[] y;
    private final double[] at;
    /** One over each segment's squared length; 0 where it has none. */
    private final double[] inverse;
    /** West, south, east and north of each block of segments, in metres as x and y. */
    private final double[] boxes;

    private final double metresPerLon;

    /**
     * A line through the given places, in degrees; there must be two or more. The arrays are kept, not copied.
     */
    public Polyline(double[] lat, double[] lon) {
        if (lat.length < 2 || lat.length != lon.length) {
            throw new IllegalArgumentException("A line has two points or more.");
        }
        this.lat = lat;
        this.lon = lon;
        double low = Arrays.stream(lat).min().orElseThrow();
        double high = Arrays.stream(lat).max().orElseThrow();
        this.metresPerLon = METRES_PER_DEGREE * Math.cos(Math.toRadians((low + high) / 2));
        this.x = new double[lat.length];
        this.y = new double[lat.length];
        this.at = new double[lat.length];
        for (int i = 0; i < lat.length; i++) {
            x[i] = (lon[i] - lon[0]) * metresPerLon;
            y[i] = (lat[i] - lat[0]) * METRES_PER_DEGREE;
            at[i] = i == 0 ? 0 : at[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
        this.inverse = new double[lat.length - 1];
        this.boxes = new double[(inverse.length + BLOCK - 1 >> SHIFT) * 4];
        index();
    }

    private void index() {
        for (int i = 0; i < inverse.length; i++) {
            double dx = x[i + 1] - x[i];
            double dy = y[i + 1] - y[i];
            double squared = dx * dx + dy * dy;
            inverse[i] = squared == 0 ? 0 : 1 / squared;
        }
        for (int box = 0; box < boxes.length; box += 4) {
            int from = (box >> 2) << SHIFT;
            boxes[box] = boxes[box + 1] = Double.POSITIVE_INFINITY;
            boxes[box + 2] = boxes[box + 3] = Double.NEGATIVE_INFINITY;
            for (int i = from; i <= Math.min(from + BLOCK, x.length - 1); i++) {
                boxes[box] = Math.min(boxes[box], x[i]);
                boxes[box + 1] = Math.min(boxes[box + 1], y[i]);
                boxes[box + 2] = Math.max(boxes[box + 2], x[i]);
                boxes[box + 3] = Math.max(boxes[box + 3], y[i]);
            }
        }
    }

    /** Metres from beginning to end. */
    public double length() {
        return at[at.length - 1];
    }

    /** Metres from the beginning to a point of the line, by its index. */
    public double vertex(int i) {
        return at[i];
    }

    public int vertices() {
        return at.length;
    }

    /** The nearest point to a place on the part from one distance to another, in metres along the line. */
    public Projection nearest(double placeLat, double placeLon, double from, double to) {
        Nearest found = new Nearest();
        nearest(placeLat, placeLon, from, to, found);
        return new Projection(found.at, found.away);
    }

    /**
     * The same, for the hot path: leaves nothing behind to be collected. Where the last search ended is a hint where this
     * one begins, and never changes what it finds.
     *
     * @param found the last search's end, and then this one's; a fresh one serves as well
     */
    public void nearest(double placeLat, double placeLon, double from, double to, Nearest found) {
        nearest(placeLat, placeLon, from, to, 0, 0, found);
    }

    /**
     * The same, of those pieces that lead the way something heads; infinitely far away where none does.
     *
     * @param east how far east something heads for each metre, and north likewise; both 0 where that is not known
     */
    public void nearest(
            double placeLat, double placeLon, double from, double to, double east, double north, Nearest found) {
        double px = (placeLon - lon[0]) * metresPerLon;
        double py = (placeLat - lat[0]) * METRES_PER_DEGREE;
        double low = Math.max(0, Math.min(from, length()));
        double high = Math.max(low, Math.min(to, length()));
        double bestAt = low;
        double best = Double.POSITIVE_INFINITY;
        int i = before(low, found.segment);
        int segment = i;
        while (i < inverse.length && at[i] <= high) {
            if ((i & BLOCK - 1) == 0 && toBox(i >> SHIFT, px, py) >= best) {
                i += BLOCK;
                continue;
            }
            if ((x[i + 1] - x[i]) * east + (y[i + 1] - y[i]) * north < AGAINST * (at[i + 1] - at[i])) {
                i++;
                continue;
            }
            double s = Math.min(high, Math.max(low, along(i, px, py)));
            double d = distance(i, s, px, py);
            if (d < best) {
                best = d;
                bestAt = s;
                segment = i;
            }
            i++;
        }
        found.at = bestAt;
        found.away = Math.sqrt(best);
        found.segment = segment;
    }

    /** Metres from a place to the point at a distance along the line. */
    public double away(double placeLat, double placeLon, double metres) {
        double px = (placeLon - lon[0]) * metresPerLon;
        double py = (placeLat - lat[0]) * METRES_PER_DEGREE;
        return Math.sqrt(distance(segment(metres), metres, px, py));
    }

    /** Every place where the line comes nearest to a point and then leaves it, no farther away than given. */
    public List<Projection> passes(double placeLat, double placeLon, double within) {
        double px = (placeLon - lon[0]) * metresPerLon;
        double py = (placeLat - lat[0]) * METRES_PER_DEGREE;
        double limit = within * within;
        List<Projection> passes = new ArrayList<>();
        double before = Double.POSITIVE_INFINITY;
        int last = at.length - 2;
        for (int i = 0; i <= last; i++) {
            if ((i & BLOCK - 1) == 0 && toBox(i >> SHIFT, px, py) > limit) {
                i += BLOCK - 1;
                before = Double.POSITIVE_INFINITY;
                continue;
            }
            double s = along(i, px, py);
            double d = distance(i, s, px, py);
            if (d <= limit && d <= before) {
                double after = i == last ? Double.POSITIVE_INFINITY : distance(i + 1, along(i + 1, px, py), px, py);
                if (d <= after) {
                    add(new Projection(s, Math.sqrt(d)), passes);
                }
            }
            before = d;
        }
        return passes;
    }

    /** Of two that are practically one, the nearer. */
    private static void add(Projection pass, List<Projection> passes) {
        int last = passes.size() - 1;
        if (last < 0 || pass.at() - passes.get(last).at() >= SAME) {
            passes.add(pass);
        } else if (pass.away() < passes.get(last).away()) {
            passes.set(last, pass);
        }
    }

    /** Which way the line leads at a distance along it: degrees clockwise from north. */
    public double bearing(double metres) {
        return heading(segment(metres));
    }

    private double heading(int segment) {
        int i = segment;
        while (i < at.length - 2 && at[i + 1] == at[i]) {
            i++;
        }
        while (i > 0 && at[i + 1] == at[i]) {
            i--;
        }
        double degrees = Math.toDegrees(Math.atan2(x[i + 1] - x[i], y[i + 1] - y[i]));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** The part of the line between two distances, as [longitude, latitude] pairs. */
    public double[][] part(double from, double to) {
        List<double[]> points = new ArrayList<>();
        points.add(point(from));
        for (int i = 0; i < at.length; i++) {
            if (at[i] > from && at[i] < to) {
                points.add(new double[] {lon[i], lat[i]});
            }
        }
        points.add(point(to));
        return points.toArray(double[][]::new);
    }

    /** The place at a distance along the line, as [longitude, latitude]. */
    public double[] point(double metres) {
        int i = segment(metres);
        double length = at[i + 1] - at[i];
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, (metres - at[i]) / length));
        return new double[] {lon[i] + share * (lon[i + 1] - lon[i]), lat[i] + share * (lat[i + 1] - lat[i])};
    }

    /** A number made of all its points: the same way in two schedules has the same, two ways practically never. */
    public long fingerprint() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < lat.length; i++) {
            hash = (hash ^ Double.doubleToLongBits(lat[i])) * 0x100000001b3L;
            hash = (hash ^ Double.doubleToLongBits(lon[i])) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** All of it, as [longitude, latitude] pairs. */
    public double[][] points() {
        double[][] points = new double[lat.length][];
        for (int i = 0; i < lat.length; i++) {
            points[i] = new double[] {lon[i], lat[i]};
        }
        return points;
    }

    /** Which way the line leads there, where a search has just ended: degrees clockwise from north. */
    public double bearing(Nearest found) {
        return heading(found.segment);
    }

    /** The last segment that begins before a distance, or the first of all. */
    private int before(double metres, int hint) {
        int last = inverse.length - 1;
        int i = Math.max(0, Math.min(hint, last));
        int steps = 0;
        while (i > 0 && at[i] >= metres && steps < NEAR_HINT) {
            i--;
            steps++;
        }
        while (i < last && at[i + 1] < metres && steps < NEAR_HINT) {
            i++;
            steps++;
        }
        return steps < NEAR_HINT ? i : search(metres, last);
    }

    private int search(double metres, int last) {
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (at[middle] < metres) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Squared metres from a place to a block's box; 0 inside. */
    private double toBox(int block, double px, double py) {
        int box = block << 2;
        double dx = Math.max(0, Math.max(boxes[box] - px, px - boxes[box + 2]));
        double dy = Math.max(0, Math.max(boxes[box + 1] - py, py - boxes[box + 3]));
        return dx * dx + dy * dy;
    }

    /** The last segment that begins at a distance or before: one that has a length, however often its point is said. */
    private int segment(double metres) {
        int found = Arrays.binarySearch(at, metres);
        int i = found >= 0 ? found : -found - 2;
        while (i >= 0 && i + 1 < at.length && at[i + 1] == at[i]) {
            i++;
        }
        return Math.max(0, Math.min(i, at.length - 2));
    }

    /** Metres along the line to the point of a segment nearest to a place. */
    private double along(int i, double px, double py) {
        double dx = x[i + 1] - x[i];
        double dy = y[i + 1] - y[i];
        double share = ((px - x[i]) * dx + (py - y[i]) * dy) * inverse[i];
        return at[i] + Math.max(0, Math.min(1, share)) * (at[i + 1] - at[i]);
    }

    /** Squared metres from a place to a point of a segment. */
    private double distance(int i, double s, double px, double py) {
        double length = at[i + 1] - at[i];
        double share = length == 0 ? 0 : (s - at[i]) / length;
        double dx = x[i] + share * (x[i + 1] - x[i]) - px;
        double dy = y[i] + share * (y[i + 1] - y[i]) - py;
        return dx * dx + dy * dy;
    }
}
