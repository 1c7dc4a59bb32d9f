package org.weir.dashboard.export;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.StopPattern;

/** Where stops and segments lie, by the version of the schedule that holds on a date. Not for two threads. */
public final class Ground {
    /** From one stop to the next, [longitude, latitude] pairs. */
    record Segment(String from, String to, double[][] way) {}

    private record Line(Schedule schedule, String route, int direction) {}

    private final ScheduleBook book;
    /** Of one route at a time, for that is how rows come. */
    private Map<Line, Map<String, Segment>> segments = new HashMap<>();

    private String route;

    /** @param book null where no schedule was imported */
    public Ground(ScheduleBook book) {
        this.book = book;
    }

    /** A stop's place; null where the schedule does not know it. */
    double[][] stop(String id, LocalDate date) {
        Stop stop = book == null ? null : book.on(date).content().stops().get(id);
        return stop == null ? null : new double[][] {{stop.lon(), stop.lat()}};
    }

    /** A segment; without a way where the schedule does not know it. */
    Segment segment(String ofRoute, int direction, String id, LocalDate date) {
        if (!ofRoute.equals(route)) {
            segments = new HashMap<>();
            route = ofRoute;
        }
        Segment found = book == null
                ? null
                : segments.computeIfAbsent(new Line(book.on(date), ofRoute, direction), Ground::of)
                        .get(id);
        if (found != null) {
            return found;
        }
        int between = id.indexOf('>');
        return new Segment(id.substring(0, between), id.substring(between + 1), null);
    }

    private static Map<String, Segment> of(Line line) {
        Map<String, Segment> found = new HashMap<>();
        for (StopPattern pattern : line.schedule().patterns(line.route())) {
            for (int to = 1;
                    pattern.direction() == line.direction()
                            && to < pattern.stops().size();
                    to++) {
                int end = to;
                found.computeIfAbsent(
                        pattern.segment(to),
                        id -> new Segment(
                                pattern.stops().get(end - 1).id(),
                                pattern.stops().get(end).id(),
                                pattern.shape().line().part(pattern.at()[end - 1], pattern.at()[end])));
            }
        }
        return found;
    }
}
