package org.weir.dashboard.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.schemas.id.FeedId;

/** One version of one feed's schedule, indexed for matching. */
public final class Schedule {
    private final FeedId feed;
    private final String version;
    private final Instant importedAt;
    private final ScheduleContent content;
    private final Map<String, List<StopPattern>> byRoute = new HashMap<>();

    public Schedule(FeedId feed, String version, Instant importedAt, ScheduleContent content) {
        this.feed = feed;
        this.version = version;
        this.importedAt = importedAt;
        this.content = content;
        for (StopPattern pattern : content.patterns()) {
            byRoute.computeIfAbsent(pattern.route(), r -> new ArrayList<>()).add(pattern);
        }
    }

    public FeedId feed() {
        return feed;
    }

    /** The first 16 hexadecimal digits of the archive's SHA-256. */
    public String version() {
        return version;
    }

    public Instant importedAt() {
        return importedAt;
    }

    public ZoneId timezone() {
        return content.timezone();
    }

    public ScheduleContent content() {
        return content;
    }

    /** A trip, or null where there is none of that id. */
    public Trip trip(String id) {
        return id == null ? null : content.trips().get(id);
    }

    /** A pattern by its number, or null. */
    public StopPattern pattern(int ordinal) {
        return ordinal < 0 || ordinal >= content.patterns().size()
                ? null
                : content.patterns().get(ordinal);
    }

    /** The patterns of a route, those with most trips first; none where the route is unknown. */
    public List<StopPattern> patterns(String route) {
        return route == null ? List.of() : byRoute.getOrDefault(route, List.of());
    }
}
