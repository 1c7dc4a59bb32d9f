package org.weir.dashboard.movement;

import java.util.List;
import org.weir.dashboard.schedule.Nearest;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.Projection;
import org.weir.dashboard.schedule.StopPattern;

/**
 * Finds where on a pattern a vehicle is: the nearest point of its shape, looked for in a window ahead of where it was
 * before, so that a loop or an out-and-back street is not taken for its other pass; of passes that are as near, one that
 * leads the way the vehicle heads.
 */
final class Matcher {
    /** A carriageway's half width, a receiver's error between tall buildings and a shape's own error, in metres. */
    static final double FARTHEST = 60;

    /** No bus in service is faster, in metres a second (126 km/h). */
    static final double FASTEST = 35;

    /** Noise may seem to go back this far, in metres. */
    static final double BACK = 50;

    /** What the window has beyond the fastest run: the error of both positions. */
    static final double AHEAD = 200;

    /** A pass that is this little farther away may be the right one, in metres. */
    private static final double AS_NEAR = 15;

    /** Below this a heading is the receiver's noise, in metres a second. */
    private static final double HEADS = 1.5;

    /** A vehicle that moved less far than this shows no heading by it, in metres. */
    private static final double SHIFT = 40;

    private static final double AGAINST = 100;

    private Matcher() {}

    /**
     * Where the position is along a pattern.
     *
     * @param last the index of the position before it on this pattern; -1 where there is none
     * @return metres; NaN where it is off the way
     */
    static double metres(StopPattern pattern, Fixes f, int i, int last) {
        return last < 0 ? anywhere(pattern, f, i) : onward(pattern, f, i, last, f.time(last));
    }

    /** Further along, where the vehicle left the place of an earlier position at some moment. */
    static double onward(StopPattern pattern, Fixes f, int i, int last, long since) {
        Polyline line = pattern.shape().line();
        Nearest found = f.found;
        double from = f.smooth(last) - BACK;
        double to = f.smooth(last) + FASTEST * (f.time(i) - since) + AHEAD;
        double heading = heading(f, i, last);
        if (!Double.isNaN(heading)) {
            double east = Math.sin(Math.toRadians(heading));
            double north = Math.cos(Math.toRadians(heading));
            line.nearest(f.latitude(i), f.longitude(i), from, to, east, north, found);
            if (found.away() <= FARTHEST) {
                return found.at();
            }
        }
        line.nearest(f.latitude(i), f.longitude(i), from, to, found);
        return found.away() <= FARTHEST ? found.at() : Double.NaN;
    }

    /** The first of the near passes that leads the way the vehicle heads; else the first. */
    private static double anywhere(StopPattern pattern, Fixes f, int i) {
        Polyline line = pattern.shape().line();
        List<Projection> passes = line.passes(f.latitude(i), f.longitude(i), FARTHEST);
        double nearest = Double.POSITIVE_INFINITY;
        for (Projection pass : passes) {
            nearest = Math.min(nearest, pass.away());
        }
        double chosen = Double.NaN;
        for (Projection pass : passes) {
            if (pass.away() <= nearest + AS_NEAR) {
                if (!against(line, pass, f.bearing(i))) {
                    return pass.at();
                }
                chosen = Double.isNaN(chosen) ? pass.at() : chosen;
            }
        }
        return chosen;
    }

    private static boolean against(Polyline line, Projection pass, float bearing) {
        double off = Math.abs(line.bearing(pass.at()) - bearing) % 360;
        return Math.min(off, 360 - off) > AGAINST;
    }

    /** Which way it heads: as it says while it moves, else as it moved; NaN where neither tells. */
    private static double heading(Fixes f, int i, int last) {
        if (f.speed(i) >= HEADS) {
            return f.bearing(i);
        }
        if (!Float.isNaN(f.speed(i))) {
            return Double.NaN;
        }
        double north = (f.lat(i) - f.lat(last)) * 1e-7 * Polyline.METRES_PER_DEGREE;
        double east =
                (f.lon(i) - f.lon(last)) * 1e-7 * Polyline.METRES_PER_DEGREE * Math.cos(Math.toRadians(f.latitude(i)));
        return north * north + east * east < SHIFT * SHIFT ? Double.NaN : Math.toDegrees(Math.atan2(east, north));
    }
}
