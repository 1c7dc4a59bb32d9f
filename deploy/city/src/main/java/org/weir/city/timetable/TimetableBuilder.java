package org.weir.city.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weir.city.network.City;
import org.weir.city.network.Pattern;
import org.weir.city.network.Route;

/** Writes the timetable of a day type: departures by headway, then vehicles that go to and fro. */
public final class TimetableBuilder {
    /**
     * Rest at the terminal: never less, and a seventh of the trip, so that a late bus can start in time. With a tenth, lateness
     * was handed on from trip to trip on bad dates until buses left an hour late.
     */
    private static final int LEAST_RECOVERY = 5 * 60;
    /** A bus that would stand longer than this goes home. */
    private static final int LONGEST_LAYOVER = 15 * 60;

    private final City city;
    private final DayType day;
    private final RunningTimes running;

    private TimetableBuilder(City city, DayType day) {
        this.city = city;
        this.day = day;
        running = new RunningTimes(city, day);
    }

    public static Timetable build(City city, DayType day) {
        return new TimetableBuilder(city, day).build();
    }

    /** The timetables of all day types. */
    public static Map<DayType, Timetable> all(City city) {
        Map<DayType, Timetable> all = new EnumMap<>(DayType.class);
        for (DayType day : DayType.values()) {
            all.put(day, build(city, day));
        }
        return all;
    }

    private Timetable build() {
        List<Run> runs = new ArrayList<>();
        city.routes().forEach(route -> runs.addAll(runs(route)));
        runs.sort(Comparator.comparingInt(Run::start).thenComparing(Run::id));
        return new Timetable(day, List.copyOf(runs));
    }

    private record Departure(Pattern pattern, int[] times) {}

    private List<Departure> departures(Route route) {
        List<Departure> departures = new ArrayList<>();
        for (Pattern pattern : route.patterns()) {
            // Routes and directions do not all leave on the same minute.
            int minute = Headways.FIRST + Math.floorMod(pattern.id().hashCode() * 7, 9);
            while (minute < Headways.LAST) {
                departures.add(new Departure(pattern, running.times(pattern, minute * 60)));
                minute += Headways.after(route.frequency(), day, minute);
            }
        }
        departures.sort(Comparator.comparingInt((Departure d) -> d.times[0]).thenComparing(d -> d.pattern.direction()));
        return departures;
    }

    /** First in, first out at each terminal. */
    private List<Run> runs(Route route) {
        List<List<Departure>> work = new ArrayList<>();
        for (Departure departure : departures(route)) {
            List<Departure> ready = null;
            for (List<Departure> run : work) {
                Departure last = run.get(run.size() - 1);
                int wait = departure.times[0] - readyAt(last);
                boolean here = last.pattern.direction() != departure.pattern.direction();
                if (here && wait >= 0 && wait <= LONGEST_LAYOVER && (ready == null || earlier(last, ready))) {
                    ready = run;
                }
            }
            if (ready == null) {
                ready = new ArrayList<>();
                work.add(ready);
            }
            ready.add(departure);
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            String id = "%s-%s-%02d".formatted(day.service(), route.id(), i + 1);
            runs.add(new Run(id, work.get(i).stream().map(d -> trip(d, id)).toList()));
        }
        return runs;
    }

    private static boolean earlier(Departure last, List<Departure> run) {
        return readyAt(last) < readyAt(run.get(run.size() - 1));
    }

    private static int readyAt(Departure departure) {
        int end = departure.times[departure.times.length - 1];
        return end + Math.max(LEAST_RECOVERY, (end - departure.times[0]) / 7);
    }

    private Trip trip(Departure departure, String run) {
        int minute = departure.times[0] / 60;
        String id = "%s-%s-%02d%02d".formatted(day.service(), departure.pattern.id(), minute / 60, minute % 60);
        return new Trip(id, departure.pattern, departure.times, run);
    }
}
