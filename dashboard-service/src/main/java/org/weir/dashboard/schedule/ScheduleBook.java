package org.weir.dashboard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.weir.schemas.id.FeedId;

/**
 * The versions of one feed's schedule that are kept, and which of them holds when. A version holds on the service dates it
 * is made for, from the day on which it was imported; of several, the one imported last by then. Where none so holds, one
 * that came later and covers the date stands in, and else the one whose dates are nearest: an old schedule is better than none.
 *
 * <p>A service date has one version: what runs past midnight is still read by the version of its day.
 */
public final class ScheduleBook {
    /** No trip is on its way this long after the beginning of its service day's morning, in seconds. */
    private static final long LONGEST = 36 * 3_600;

    /** The oldest first. */
    private final List<Import> imports;

    private final List<Schedule> versions;
    private final ZoneId zone;
    /** From when each of {@link #held} is in force for positions without a known trip: POSIX seconds, rising. */
    private final long[] since;

    private final Schedule[] held;

    /**
     * A moment from which a version was the newest. One that came back after another has several.
     *
     * @param at when it was imported
     */
    public record Import(Instant at, Schedule schedule) {}

    private ScheduleBook(List<Import> oldestFirst) {
        this.imports = oldestFirst;
        Map<String, Schedule> lastImported = new LinkedHashMap<>();
        for (Import each : imports) {
            lastImported.remove(each.schedule().version());
            lastImported.put(each.schedule().version(), each.schedule());
        }
        this.versions = List.copyOf(lastImported.values());
        this.zone = newest().timezone();
        List<Schedule> inForce = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        for (LocalDate date : changes()) {
            Schedule schedule = on(date);
            if (inForce.isEmpty() || inForce.get(inForce.size() - 1) != schedule) {
                starts.add(inForce.isEmpty() ? Long.MIN_VALUE : ServiceDate.breaks(date, zone));
                inForce.add(schedule);
            }
        }
        this.since = starts.stream().mapToLong(Long::longValue).toArray();
        this.held = inForce.toArray(Schedule[]::new);
    }

    /** A book of one version or more of one feed, in any order, each imported once. */
    public static ScheduleBook of(List<Schedule> versions) {
        return ofImports(versions.stream()
                .map(each -> new Import(each.importedAt(), each))
                .toList());
    }

    /** A book of all imports of one version or more of one feed, in any order. */
    public static ScheduleBook ofImports(List<Import> imports) {
        if (imports.isEmpty()) {
            throw new IllegalArgumentException("A book has a version.");
        }
        return new ScheduleBook(imports.stream()
                .sorted(Comparator.comparing(Import::at)
                        .thenComparing(each -> each.schedule().version()))
                .toList());
    }

    /** Every date on which another version may begin to hold. */
    private TreeSet<LocalDate> changes() {
        TreeSet<LocalDate> dates = new TreeSet<>();
        imports.forEach(each -> dates.add(date(each)));
        for (Schedule each : versions) {
            if (each.from() != null) {
                dates.add(each.from());
                dates.add(each.to().plusDays(1));
            }
        }
        // What lies before the first of them.
        dates.add(dates.first().minusDays(1));
        // Where two are equally near to a date between them, the middle of a gap changes it.
        for (Schedule one : versions) {
            for (Schedule other : versions) {
                if (one.from() != null && other.from() != null && one.to().isBefore(other.from())) {
                    long gap = other.from().toEpochDay() - one.to().toEpochDay();
                    dates.add(one.to().plusDays(gap / 2));
                    dates.add(one.to().plusDays(gap / 2 + 1));
                }
            }
        }
        return dates;
    }

    private LocalDate date(Import each) {
        return each.at().atZone(zone).toLocalDate();
    }

    public FeedId feed() {
        return newest().feed();
    }

    public ZoneId timezone() {
        return zone;
    }

    /** All that are kept, the newest last. */
    public List<Schedule> versions() {
        return versions;
    }

    /** The one imported last, whatever its dates. */
    public Schedule newest() {
        return versions.get(versions.size() - 1);
    }

    /** When a version was imported last; null where it is not kept. */
    public Instant importedAt(Schedule version) {
        Instant last = null;
        for (Import each : imports) {
            last = each.schedule() == version ? each.at() : last;
        }
        return last;
    }

    /** A version by its name, or null where it is not kept. */
    public Schedule version(String name) {
        for (Schedule each : versions) {
            if (each.version().equals(name)) {
                return each;
            }
        }
        return null;
    }

    /** The version that holds on a service date. */
    public Schedule on(LocalDate date) {
        Schedule holds = null;
        Schedule later = null;
        Schedule nearest = null;
        long away = Long.MAX_VALUE;
        for (Import each : imports) {
            long off = daysOff(each.schedule(), date);
            if (off == 0 && !date(each).isAfter(date)) {
                holds = each.schedule();
            } else if (off == 0 && later == null) {
                later = each.schedule();
            }
            if (off <= away) {
                away = off;
                nearest = each.schedule();
            }
        }
        return holds != null ? holds : later != null ? later : nearest;
    }

    private static long daysOff(Schedule schedule, LocalDate date) {
        if (schedule.from() == null) {
            return Long.MAX_VALUE;
        }
        long day = date.toEpochDay();
        return Math.max(
                0,
                Math.max(schedule.from().toEpochDay() - day, day - schedule.to().toEpochDay()));
    }

    /**
     * The version in force at a moment, for what has no known trip: a service day's begins at three in the morning. For
     * each position: it makes nothing.
     *
     * @param moment POSIX seconds
     */
    public Schedule at(long moment) {
        return held[index(moment)];
    }

    /**
     * The version by which a position is to be read: while trips of the day before a change may still be on their way, the
     * one in which its trip comes closest to that moment; else the one in force. A trip that only another version knows is
     * read by that one, for a feed may change over before its schedule does.
     *
     * @param trip the trip's id as the feed says it, or null
     * @param startTime when it starts as the feed says it, or null
     * @param moment POSIX seconds
     */
    public Schedule at(String trip, String startTime, long moment) {
        int i = index(moment);
        Schedule inForce = held[i];
        boolean changed = i > 0 && moment - since[i] < LONGEST;
        if (trip == null || versions.size() == 1) {
            return inForce;
        }
        Trip known = inForce.trip(trip, startTime, moment);
        if (known != null && !changed) {
            return inForce;
        }
        return known == null
                ? knowing(trip, startTime, moment, inForce)
                : closer(known, held[i - 1], inForce, moment, trip, startTime);
    }

    private Schedule knowing(String trip, String startTime, long moment, Schedule otherwise) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).trip(trip, startTime, moment) != null) {
                return versions.get(i);
            }
        }
        return otherwise;
    }

    private Schedule closer(Trip known, Schedule before, Schedule inForce, long moment, String trip, String startTime) {
        Trip old = before.trip(trip, startTime, moment);
        if (old == null) {
            return inForce;
        }
        return off(old, before, moment) < off(known, inForce, moment) ? before : inForce;
    }

    /** Seconds from a moment to when a trip is on its way, on the days on which its version holds and it runs. */
    private double off(Trip trip, Schedule of, long moment) {
        LocalDate today = ServiceDate.local(moment, zone);
        double least = Double.MAX_VALUE;
        for (int back = -1; back <= 1; back++) {
            LocalDate date = today.minusDays(back);
            if (on(date) == of && of.content().days().runs(trip.service(), date)) {
                long begin = ServiceDate.begin(date, zone);
                least = Math.min(least, Math.max(begin + trip.start() - moment, moment - begin - trip.end()));
            }
        }
        return Math.max(0, least);
    }

    private int index(long moment) {
        int i = since.length - 1;
        while (i > 0 && since[i] > moment) {
            i--;
        }
        return i;
    }
}
