package org.weir.dashboard.movement.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.ServiceDate;

/**
 * What movement makes of two real recordings: share matched, visits per trip against the schedule's stops, headways and
 * on-time tables, and ten trips drawn beside their raw positions. Ends with 0 where both recordings are at hand and the
 * bars hold that a reader may expect: most positions matched, most stops of whole trips found.
 */
public final class RecordedTables {
    private static final int LATE = 300;
    private static final int EARLY = -60;

    private RecordedTables() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".");
        boolean held = true;
        for (String name : new String[] {"wmata-d40", "austin"}) {
            if (!Recording.isAtHand(root, name)) {
                System.out.println("The recording " + name + " is not beside the project (../shared/data).");
                System.exit(2);
            }
            Recording recording = Recording.of(root, name);
            held &= tables(recording);
            Path map = root.resolve("target").resolve("ten-trips-" + name + ".svg");
            Files.createDirectories(map.getParent());
            Files.writeString(map, TenTrips.draw(recording));
            System.out.println("ten trips beside their raw positions: " + map + "\n");
        }
        System.exit(held ? 0 : 1);
    }

    private static boolean tables(Recording recording) {
        List<TripRun> runs = recording.told();
        double matched = recording.matched() / (double) recording.positions().size();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d positions, %.1f%% matched, not matched %s; %,d trips performed, %,d visits%n",
                recording.name(),
                recording.positions().size(),
                100 * matched,
                recording.unmatched(),
                runs.size(),
                runs.stream().mapToInt(r -> r.visits().size()).sum());
        double found = visitsPerTrip(recording, runs);
        headways(runs);
        onTime(recording, runs);
        boolean held = matched >= 0.75 && found >= 0.9;
        System.out.println(held ? "held: >= 75% matched, >= 90% of stops between first and last seen" : "NOT HELD");
        return held;
    }

    /** Of the stops from the first to the last that were seen of a trip, how many have a visit. */
    private static double visitsPerTrip(Recording recording, List<TripRun> runs) {
        int visits = 0;
        int stops = 0;
        int whole = 0;
        for (TripRun run : runs) {
            int first = run.visits().get(0).index();
            int last = run.visits().get(run.visits().size() - 1).index();
            int all = recording
                    .book()
                    .version(run.schedule())
                    .pattern(run.pattern())
                    .at()
                    .length;
            visits += run.visits().size();
            stops += last - first + 1;
            whole += first <= 1 && last >= all - 2 ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "visits per trip: %.1f of %.1f stops between the first and the last seen (%.1f%%); %d trips seen from end to"
                        + " end%n",
                visits / (double) runs.size(),
                stops / (double) runs.size(),
                100.0 * visits / stops,
                whole);
        return visits / (double) stops;
    }

    private static void headways(List<TripRun> runs) {
        Map<String, List<Double>> byStop = new TreeMap<>();
        for (TripRun run : runs) {
            for (StopVisit visit : run.visits()) {
                byStop.computeIfAbsent(run.route() + '/' + run.direction() + '>' + visit.stop(), s -> new ArrayList<>())
                        .add(visit.departure());
            }
        }
        Map<String, List<Double>> byRoute = new TreeMap<>();
        byStop.forEach((place, times) -> {
            Collections.sort(times);
            List<Double> headways =
                    byRoute.computeIfAbsent(place.substring(0, place.indexOf('>')), r -> new ArrayList<>());
            for (int i = 1; i < times.size(); i++) {
                headways.add(times.get(i) - times.get(i - 1));
            }
        });
        System.out.println("headways, the routes with most:\n  route/dir       n   median    p90   under 2 min");
        byRoute.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .limit(6)
                .forEach(e -> row(e.getKey(), e.getValue()));
    }

    private static void row(String route, List<Double> headways) {
        Collections.sort(headways);
        System.out.printf(
                Locale.ROOT,
                "  %-10s %6d %5.1f min %4.1f min %8.1f%%%n",
                route,
                headways.size(),
                headways.get(headways.size() / 2) / 60,
                headways.get((int) (headways.size() * 0.9)) / 60,
                100.0 * headways.stream().filter(h -> h < 120).count() / headways.size());
    }

    private static void onTime(Recording recording, List<TripRun> runs) {
        Map<Integer, int[]> byHour = new TreeMap<>();
        int[] all = new int[4];
        for (TripRun run : runs) {
            long begin = ServiceDate.begin(run.key().date(), recording.book().timezone());
            for (StopVisit visit : run.visits()) {
                if (visit.scheduled() == StopVisit.UNSCHEDULED) {
                    continue;
                }
                double late = visit.departure() - begin - visit.scheduled();
                int kind = late < EARLY ? 0 : late > LATE ? 2 : 1;
                for (int[] counts : List.of(all, byHour.computeIfAbsent(visit.scheduled() / 3600, h -> new int[4]))) {
                    counts[kind]++;
                    counts[3]++;
                }
            }
        }
        System.out.println("on time (-1/+5 min) by scheduled hour:\n  hour       n   early  on time   late");
        byHour.forEach((hour, counts) -> row("%02d".formatted(hour), counts));
        row("all", all);
    }

    private static void row(String what, int[] counts) {
        System.out.printf(
                Locale.ROOT,
                "  %-4s %7d %6.1f%% %7.1f%% %5.1f%%%n",
                what,
                counts[3],
                100.0 * counts[0] / counts[3],
                100.0 * counts[1] / counts[3],
                100.0 * counts[2] / counts[3]);
    }
}
