package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weir.dashboard.schedule.Polyline;

/**
 * An area on the ground: one polygon or several, with holes. A place lies inside where a line from it to the edge of the
 * world crosses the rings an odd number of times. Not across the date line.
 */
public final class Area {
    /** Rows of latitude by which edges are found. */
    private static final int ROWS = 64;

    /** Parts shorter than this are an edge met twice, in metres. */
    private static final double LEAST = 0.01;

    private final String id;
    private final String name;
    private final double[][][] rings;
    private final double south;
    private final double height;
    /** For each row, the edges that reach into it: ring and point by turns. */
    private final int[][] rows = new int[ROWS][];

    /** @param rings closed, as [longitude, latitude] */
    public Area(String id, String name, double[][][] rings) {
        this.id = id;
        this.name = name;
        this.rings = rings;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[][] ring : rings) {
            for (double[] point : ring) {
                low = Math.min(low, point[1]);
                high = Math.max(high, point[1]);
            }
        }
        this.south = low;
        this.height = Math.max(1e-12, high - low);
        Arrays.fill(rows, new int[0]);
        index();
    }

    private void index() {
        for (int r = 0; r < rings.length; r++) {
            for (int i = 0; i + 1 < rings[r].length; i++) {
                int a = row(Math.min(rings[r][i][1], rings[r][i + 1][1]));
                int b = row(Math.max(rings[r][i][1], rings[r][i + 1][1]));
                for (int row = a; row <= b; row++) {
                    int n = rows[row].length;
                    rows[row] = Arrays.copyOf(rows[row], n + 2);
                    rows[row][n] = r;
                    rows[row][n + 1] = i;
                }
            }
        }
    }

    private int row(double lat) {
        return (int) Math.max(0, Math.min(ROWS - 1, Math.floor((lat - south) / height * ROWS)));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean contains(double lat, double lon) {
        if (lat < south || lat > south + height) {
            return false;
        }
        int[] edges = rows[row(lat)];
        boolean inside = false;
        for (int e = 0; e < edges.length; e += 2) {
            double[] a = rings[edges[e]][edges[e + 1]];
            double[] b = rings[edges[e]][edges[e + 1] + 1];
            if (a[1] > lat != b[1] > lat && lon < (b[0] - a[0]) * (lat - a[1]) / (b[1] - a[1]) + a[0]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** What of a line lies inside, in order. */
    public List<Stretch> along(Polyline line) {
        double[] cuts = cuts(line);
        List<Stretch> inside = new ArrayList<>();
        double from = Double.NaN;
        double before = 0;
        for (double cut : cuts) {
            if (cut - before < LEAST) {
                continue;
            }
            double[] middle = line.point((before + cut) / 2);
            if (!contains(middle[1], middle[0])) {
                add(inside, from, before);
                from = Double.NaN;
            } else if (Double.isNaN(from)) {
                from = before;
            }
            before = cut;
        }
        add(inside, from, line.length());
        return inside;
    }

    private void add(List<Stretch> to, double from, double end) {
        if (end > from) {
            to.add(new Stretch(id, from, end));
        }
    }

    /** Where a line crosses any ring, and its end. */
    private double[] cuts(Polyline line) {
        double[][] points = line.points();
        double[] cuts = new double[16];
        int n = 0;
        for (int i = 0; i + 1 < points.length; i++) {
            double low = Math.min(points[i][1], points[i + 1][1]);
            double high = Math.max(points[i][1], points[i + 1][1]);
            if (high < south || low > south + height) {
                continue;
            }
            for (int row = row(low); row <= row(high); row++) {
                int[] edges = rows[row];
                for (int e = 0; e < edges.length; e += 2) {
                    double[][] ring = rings[edges[e]];
                    double share = share(points[i], points[i + 1], ring[edges[e + 1]], ring[edges[e + 1] + 1]);
                    if (!Double.isNaN(share)) {
                        cuts = n == cuts.length ? Arrays.copyOf(cuts, n * 2) : cuts;
                        cuts[n++] = line.vertex(i) + share * (line.vertex(i + 1) - line.vertex(i));
                    }
                }
            }
        }
        double[] found = Arrays.copyOf(cuts, n + 1);
        found[n] = line.length();
        Arrays.sort(found);
        return found;
    }

    /** Where between two points a line crosses an edge, 0 to 1; NaN where it does not. */
    private static double share(double[] a, double[] b, double[] c, double[] d) {
        double ux = b[0] - a[0];
        double uy = b[1] - a[1];
        double vx = d[0] - c[0];
        double vy = d[1] - c[1];
        double cross = ux * vy - uy * vx;
        double s = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross;
        double t = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / cross;
        return s >= 0 && s <= 1 && t >= 0 && t <= 1 ? s : Double.NaN;
    }
}
