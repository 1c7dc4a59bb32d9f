package org.weir.dashboard.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which trips should run on a service date, where and when. Times are POSIX seconds: the service day begins at noon minus
 * 12 h, so that they are right on the days of 23 and 25 hours. Quarter hours are counted from that beginning and go on
 * past midnight: quarter 97 is 24:15.
 */
public final class ServicePlan {
    private static final int QUARTER = 900;

    private final Schedule schedule;
    private final LocalDate date;
    private final long begin;
    private final List<Trip> trips = new ArrayList<>();
    private final Map<Line, List<Trip>> byLine = new TreeMap<>();
    private final Map<String, List<Trip>> byBlock = new HashMap<>();

    /** A route in one direction. */
    public record Line(String route, int direction) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            int byRoute = route.compareTo(other.route);
            return byRoute != 0 ? byRoute : Integer.compare(direction, other.direction);
        }
    }

    private ServicePlan(Schedule schedule, LocalDate date) {
        this.schedule = schedule;
        this.date = date;
        this.begin = ServiceDate.begin(date, schedule.timezone());
        for (Trip trip : schedule.content().trips().values()) {
            if (schedule.content().days().runs(trip.service(), date)) {
                trips.add(trip);
            }
        }
        trips.sort(Comparator.comparingInt(Trip::start).thenComparing(Trip::id));
        for (Trip trip : trips) {
            Line line = new Line(trip.pattern().route(), trip.pattern().direction());
            byLine.computeIfAbsent(line, l -> new ArrayList<>()).add(trip);
            if (trip.block() != null) {
                byBlock.computeIfAbsent(trip.block(), b -> new ArrayList<>()).add(trip);
            }
        }
    }

    /** The plan of a date by one version; {@link ScheduleBook#on} says by which. */
    public static ServicePlan of(Schedule schedule, LocalDate date) {
        return new ServicePlan(schedule, date);
    }

    public Schedule schedule() {
        return schedule;
    }

    public LocalDate date() {
        return date;
    }

    public ZoneId timezone() {
        return schedule.timezone();
    }

    /** When the service day begins: POSIX seconds. */
    public long begin() {
        return begin;
    }

    /** Every trip of the day, by when it starts. */
    public List<Trip> trips() {
        return trips;
    }

    /** The routes and directions that run. */
    public List<Line> lines() {
        return List.copyOf(byLine.keySet());
    }

    /** The trips of a route in a direction, by when they start. */
    public List<Trip> trips(String route, int direction) {
        return byLine.getOrDefault(new Line(route, direction), List.of());
    }

    /** When a trip leaves a stop, by the stop's index: POSIX seconds. */
    public long departs(Trip trip, int stop) {
        return begin + trip.departs(stop);
    }

    /** Departures of a route and direction from a stop, in order: POSIX seconds. A trip that comes twice counts twice. */
    public long[] departures(String route, int direction, String stop) {
        long[] times = new long[16];
        int n = 0;
        for (Trip trip : trips(route, direction)) {
            List<Stop> stops = trip.pattern().stops();
            for (int k = 0; k < stops.size(); k++) {
                if (stops.get(k).id().equals(stop)) {
                    times = n == times.length ? Arrays.copyOf(times, n * 2) : times;
                    times[n++] = departs(trip, k);
                }
            }
        }
        long[] found = Arrays.copyOf(times, n);
        Arrays.sort(found);
        return found;
    }

    /** How many trips of a route and direction start in each quarter hour of the service day, to the last that has any. */
    public int[] starts(String route, int direction) {
        List<Trip> of = trips(route, direction);
        int[] quarters =
                new int[of.isEmpty() ? 0 : Math.max(0, of.get(of.size() - 1).start() / QUARTER) + 1];
        for (Trip trip : of) {
            quarters[Math.max(0, trip.start() / QUARTER)]++;
        }
        return quarters;
    }

    /** What the same vehicle does next, by its block; null where nothing follows or the trip is in no block. */
    public Trip next(Trip trip) {
        List<Trip> work = trip.block() == null ? List.of() : byBlock.getOrDefault(trip.block(), List.of());
        int i = work.indexOf(trip);
        return i < 0 || i + 1 >= work.size() ? null : work.get(i + 1);
    }

    /** The work of a block, in order. */
    public List<Trip> block(String block) {
        return byBlock.getOrDefault(block, List.of());
    }
}
