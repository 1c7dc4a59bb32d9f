package org.weir.dashboard.street;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Links by place. Those of one line have consecutive numbers. Cells are squares of 50 m; each row of them has its own width
 * in degrees, so that the cell of a place depends on the place alone.
 */
final class LinkGrid {
    static final int NONE = -1;

    private static final double CELL_DEGREES = 50 / Links.METRES_PER_DEGREE;

    /** Shapes of one street differ by less: a carriageway turns this much within a link. */
    private static final double TURN = 35;

    /** The nearest link of a line is never more than half a link off along it, but where the line bends. */
    private static final double ALONG = 20;

    /** So many links on, a line is still the same pass. */
    static final int AHEAD = 3;

    /** Staying on a line is worth this many metres: two lines of one street are not mixed. */
    private static final double STAY = 15;

    private final double within;
    private final Map<Long, int[]> cells = new HashMap<>();
    private double[] lat = new double[1024];
    private double[] lon = new double[1024];
    private double[] bearing = new double[1024];
    private int[] line = new int[1024];
    private int size;
    private int lines;

    /** @param within how far beside each other two links of one street may lie, in metres */
    LinkGrid(double within) {
        this.within = within;
    }

    int size() {
        return size;
    }

    int line(int link) {
        return line[link];
    }

    /** Begins a line; links that are added belong to it. */
    void begin() {
        lines++;
    }

    /** Adds a link of the line begun last and gives its number. */
    int add(Links of, int k) {
        if (size == lat.length) {
            lat = Arrays.copyOf(lat, size * 2);
            lon = Arrays.copyOf(lon, size * 2);
            bearing = Arrays.copyOf(bearing, size * 2);
            line = Arrays.copyOf(line, size * 2);
        }
        lat[size] = of.lat[k];
        lon[size] = of.lon[k];
        bearing[size] = of.bearing[k];
        line[size] = lines;
        int row = row(of.lat[k]);
        cells.merge(key(row, column(row, of.lon[k])), new int[] {size}, LinkGrid::joined);
        return size++;
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Whether a link goes on where another was, on the same line. */
    boolean follows(int before, int link) {
        return before >= 0 && link >= 0 && line[before] == line[link] && link >= before && link <= before + AHEAD;
    }

    /** The link that lies beside one and leads the same way, or {@link #NONE}; best one that goes on from another. */
    int beside(Links of, int k, int before) {
        int middle = row(of.lat[k]);
        double east = Math.cos(Math.toRadians(of.lat[k])) * Links.METRES_PER_DEGREE;
        double sin = Math.sin(Math.toRadians(of.bearing[k]));
        double cos = Math.cos(Math.toRadians(of.bearing[k]));
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int row = middle - 1; row <= middle + 1; row++) {
            int column = column(row, of.lon[k]);
            for (int c = column - 1; c <= column + 1; c++) {
                for (int link : cells.getOrDefault(key(row, c), EMPTY)) {
                    double dx = (lon[link] - of.lon[k]) * east;
                    double dy = (lat[link] - of.lat[k]) * Links.METRES_PER_DEGREE;
                    double along = Math.abs(dx * sin + dy * cos);
                    double aside = Math.abs(dx * cos - dy * sin);
                    if (aside > within || along > ALONG || Links.turn(bearing[link], of.bearing[k]) > TURN) {
                        continue;
                    }
                    double cost = aside + along / 2 - (follows(before, link) ? STAY : 0);
                    if (cost < least) {
                        least = cost;
                        best = link;
                    }
                }
            }
        }
        return best;
    }

    private static final int[] EMPTY = {};

    private static int row(double lat) {
        return (int) Math.floor(lat / CELL_DEGREES);
    }

    private static int column(int row, double lon) {
        double cos = Math.max(0.01, Math.cos(Math.toRadians(row * CELL_DEGREES)));
        return (int) Math.floor(lon * cos / CELL_DEGREES);
    }

    private static long key(int row, int column) {
        return (long) row << 32 ^ column & 0xFFFF_FFFFL;
    }
}
