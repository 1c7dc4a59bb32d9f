package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.schedule.Polyline;

/** A corridor that somebody drew: what of a pattern's way follows the drawing, in its direction or in both. */
public final class DrawnCorridor {
    /** A hand is not a surveyor, and a street has two sides, in metres. */
    private static final double DRAWN_WITHIN = 35;

    /** Following for less than this is crossing, in metres, unless the corridor is short itself. */
    private static final double SHORTEST = 100;

    private final String id;
    private final String name;
    private final LinkGrid grid = new LinkGrid(DRAWN_WITHIN);
    private final double least;

    /** @param line as [longitude, latitude], two points or more */
    public DrawnCorridor(String id, String name, double[][] line, boolean bothWays) {
        this.id = id;
        this.name = name;
        this.least = Math.min(SHORTEST, lay(line) / 2);
        if (bothWays) {
            double[][] back = new double[line.length][];
            for (int i = 0; i < line.length; i++) {
                back[i] = line[line.length - 1 - i];
            }
            lay(back);
        }
    }

    private double lay(double[][] points) {
        double[] lat = new double[points.length];
        double[] lon = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            lon[i] = points[i][0];
            lat[i] = points[i][1];
        }
        Polyline line = new Polyline(lat, lon);
        Links links = new Links(line);
        grid.begin();
        for (int k = 0; k < links.size(); k++) {
            grid.add(links, k);
        }
        return line.length();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What of a line follows the corridor, in order. */
    public List<Stretch> along(Polyline line) {
        Links links = new Links(line);
        int[] beside = Tracing.trace(links, grid);
        List<Stretch> follows = new ArrayList<>();
        for (int from = 0; from < beside.length; ) {
            int end = Tracing.end(beside, from, grid);
            double to = end == beside.length ? line.length() : end * links.step;
            double begin = from * links.step;
            if (beside[from] != LinkGrid.NONE && to - begin >= least) {
                follows.add(new Stretch(id, begin, to));
            }
            from = end;
        }
        return follows;
    }
}
