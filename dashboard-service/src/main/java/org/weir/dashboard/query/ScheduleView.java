package org.weir.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.weir.dashboard.schedule.Route;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.ScheduleContent;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.schemas.id.FeedId;

/**
 * A schedule, in short.
 *
 * @param bounds west, south, east, north of all shapes, in degrees
 * @param trips how many trips it has
 * @param stops how many stops they serve
 */
public record ScheduleView(
        FeedId feed,
        String version,
        Instant importedAt,
        String agencyName,
        ZoneId timezone,
        double[] bounds,
        List<Route> routes,
        int trips,
        int stops,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        List<String> warnings) {

    /** Of the version imported last. */
    public static ScheduleView of(ScheduleBook book) {
        Schedule schedule = book.newest();
        ScheduleContent content = schedule.content();
        return new ScheduleView(
                schedule.feed(),
                schedule.version(),
                book.importedAt(schedule),
                content.agencyName(),
                content.timezone(),
                bounds(content.patterns()),
                List.copyOf(content.routes().values()),
                content.trips().size(),
                content.stops().size(),
                content.days().from(),
                content.days().to(),
                content.warnings());
    }

    private static double[] bounds(List<StopPattern> patterns) {
        double[] box = {180, 90, -180, -90};
        for (StopPattern pattern : patterns) {
            for (double[] point : pattern.shape().line().points()) {
                box[0] = Math.min(box[0], point[0]);
                box[1] = Math.min(box[1], point[1]);
                box[2] = Math.max(box[2], point[0]);
                box[3] = Math.max(box[3], point[1]);
            }
        }
        return box;
    }
}
