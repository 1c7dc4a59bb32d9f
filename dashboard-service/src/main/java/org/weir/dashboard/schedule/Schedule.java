package org.weir.dashboard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<String, List<StopPattern>> byRoute;
    private final Map<String, Departures> byFrequency;
    private final Map<StopPattern, List<Trip>> byPattern;

    private Schedule(Schedule same, Instant importedAt) {
        this.feed = same.feed;
        this.version = same.version;
        this.importedAt = importedAt;
        this.content = same.content;
        this.byRoute = same.byRoute;
        this.byFrequency = same.byFrequency;
        this.byPattern = same.byPattern;
    }

    public Schedule(FeedId feed, String version, Instant importedAt, ScheduleContent content) {
        this.feed = feed;
        this.version = version;
        this.importedAt = importedAt;
        this.content = content;
        this.byRoute = new HashMap<>();
        this.byFrequency = new HashMap<>();
        this.byPattern = new HashMap<>();
        for (StopPattern pattern : content.patterns()) {
            byRoute.computeIfAbsent(pattern.route(), r -> new ArrayList<>()).add(pattern);
        }
        Map<String, List<Trip>> departures = new HashMap<>();
        for (Trip trip : content.trips().values()) {
            if (trip.frequency() != null) {
                departures
                        .computeIfAbsent(trip.gtfsId(), t -> new ArrayList<>())
                        .add(trip);
            }
        }
        departures.forEach((id, trips) -> {
            trips.sort(Comparator.comparingInt(Trip::start));
            byFrequency.put(id, new Departures(trips));
        });
        for (Trip trip : content.trips().values()) {
            byPattern.computeIfAbsent(trip.pattern(), p -> new ArrayList<>()).add(trip);
        }
        byPattern
                .values()
                .forEach(
                        trips -> trips.sort(Comparator.comparingInt(Trip::start).thenComparing(Trip::id)));
    }

    public FeedId feed() {
        return feed;
    }

    /** The first 16 hexadecimal digits of the archive's SHA-256. */
    public String version() {
        return version;
    }

    /** When it was imported first; that it came back after another, its {@link ScheduleBook} knows. */
    public Instant importedAt() {
        return importedAt;
    }

    /** The same, imported first at another moment. */
    public Schedule importedAt(Instant first) {
        return new Schedule(this, first);
    }

    public ZoneId timezone() {
        return content.timezone();
    }

    /** The first service date it is made for: what the feed says of itself (GTFS feed_info), else its calendars. */
    public LocalDate from() {
        return content.from();
    }

    /** The last. */
    public LocalDate to() {
        return content.to();
    }

    public ScheduleContent content() {
        return content;
    }

    /** A trip, or null where there is none of that id. */
    public Trip trip(String id) {
        return id == null ? null : content.trips().get(id);
    }

    /**
     * The trip that a feed means. One that runs by frequency is said with its start; without, it is the last departure
     * that can have left by then.
     *
     * @param id the trip's id in the GTFS; null gives null
     * @param startTime {@code HH:MM:SS}, or null
     * @param moment POSIX seconds
     * @return null where there is none of that id
     */
    public Trip trip(String id, String startTime, long moment) {
        Trip timetabled = trip(id);
        Departures departures = timetabled != null || id == null ? null : byFrequency.get(id);
        if (departures == null) {
            return timetabled;
        }
        int start = Departures.seconds(startTime);
        return start < 0 ? departures.under(moment, timezone()) : departures.startingAt(start);
    }

    /** A pattern by its number, or null. */
    public StopPattern pattern(int ordinal) {
        return ordinal < 0 || ordinal >= content.patterns().size()
                ? null
                : content.patterns().get(ordinal);
    }

    /** The trips of a pattern in order of their start. */
    public List<Trip> trips(StopPattern pattern) {
        return byPattern.getOrDefault(pattern, List.of());
    }

    /** The patterns of a route, those with most trips first; none where the route is unknown. */
    public List<StopPattern> patterns(String route) {
        return route == null ? List.of() : byRoute.getOrDefault(route, List.of());
    }
}
