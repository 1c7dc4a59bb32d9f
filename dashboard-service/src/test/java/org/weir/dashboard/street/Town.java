package org.weir.dashboard.street;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleContent;
import org.weir.dashboard.schedule.ServiceDays;
import org.weir.dashboard.schedule.Shape;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.schemas.id.FeedId;

/** Routes drawn in metres east and north of a corner of the tiny town; each has a stop at each of its points. */
final class Town {
    static final double METRE_NORTH = 1 / (6_371_008.8 * Math.PI / 180);

    private final FeedId feed;
    private final List<StopPattern> patterns = new ArrayList<>();

    Town(String agency) {
        this.feed = FeedId.of(agency + ".vehicle-positions");
    }

    /** @param points east and north by turns */
    Town route(String route, int direction, double... points) {
        Polyline line = line(points);
        List<Stop> stops = new ArrayList<>();
        double[] at = new double[points.length / 2];
        for (int i = 0; i < at.length; i++) {
            stops.add(new Stop(route + i, route + " stop " + i, lat(points[2 * i + 1]), TinyGtfs.lon(points[2 * i])));
            at[i] = line.vertex(i);
        }
        Shape shape = new Shape(route + '/' + direction, line);
        patterns.add(new StopPattern(patterns.size(), route, direction, shape, stops, at));
        return this;
    }

    Schedule schedule() {
        ScheduleContent content = new ScheduleContent(
                "Town",
                ZoneId.of("America/New_York"),
                Map.of(),
                Map.of(),
                List.copyOf(patterns),
                Map.of(),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                new ServiceDays(),
                List.of());
        return new Schedule(feed, "v1", Instant.EPOCH, content);
    }

    StopPattern pattern(int i) {
        return patterns.get(i);
    }

    static Polyline line(double... points) {
        double[] lat = new double[points.length / 2];
        double[] lon = new double[points.length / 2];
        for (int i = 0; i < lat.length; i++) {
            lon[i] = TinyGtfs.lon(points[2 * i]);
            lat[i] = lat(points[2 * i + 1]);
        }
        return new Polyline(lat, lon);
    }

    static double[][] drawn(double... points) {
        return line(points).points();
    }

    static double lat(double north) {
        return TinyGtfs.LAT + north * METRE_NORTH;
    }
}
