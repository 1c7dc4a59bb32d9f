package org.weir.dashboard.measure;

import java.util.Map;
import java.util.TreeMap;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.StopPattern;

/** Where along its ways one service date of one route and direction spent its time. */
public final class WayDay {
    private WayDay() {}

    /** By the way's id: patterns on one line, also of several versions of a schedule, are one way. */
    public static Map<String, WayTimes> of(ServedDay day) {
        Map<String, WayTimes> ways = new TreeMap<>();
        for (TripRun run : day.runs()) {
            StopPattern pattern = day.patterns().find(run.schedule(), run.pattern());
            if (pattern != null && run.knots().size() > 1) {
                Polyline line = pattern.shape().line();
                ways.computeIfAbsent(id(line), way -> new WayTimes(line.length()))
                        .add(run.knots(), day.begin());
            }
        }
        return ways;
    }

    /** The id of the way along a line. */
    public static String id(Polyline line) {
        return Long.toUnsignedString(line.fingerprint(), Character.MAX_RADIX);
    }
}
