package org.weir.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;

/**
 * The same positions, the same broker, the same run: read and parsed by a bare consumer, and through the dashboard-service
 * in a process of its own until every visit of every run is in the database. Both read committed records that appear all
 * at once, in one transaction. The first two rounds do not count: half of their processor time is the compiler's.
 */
final class ThroughTheStream {
    private static final double BAR = 0.4;
    private static final int WARM_UP = 2;

    private ThroughTheStream() {}

    /** @param args the schedule, the day's positions, rounds (3), how many fleets of that size (11) */
    public static void main(String[] args) throws Exception {
        // Made by one thread: broker and database would make it by two at once, and wait for each other.
        java.util.logging.LogManager.getLogManager();
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        byte[] gtfs = Files.readAllBytes(Path.of(args[0]));
        SharedDays days = new SharedDays(
                CityDay.read(Path.of(args[1])).positions(), args.length > 3 ? Integer.parseInt(args[3]) : 11);
        SharedDays.Runs expected = days.runs(GtfsArchive.read(StreamStage.FEED, gtfs, Instant.EPOCH));
        System.out.printf(
                Locale.ROOT,
                "%,d positions a round, of %,d trips with %,d visits%n",
                days.size(),
                expected.runs(),
                expected.visits());
        List<Double> ratios = new ArrayList<>();
        try (StreamStage stage = new StreamStage(gtfs)) {
            for (int round = 1; round <= WARM_UP + rounds; round++) {
                String agreement = "through-" + round;
                StreamStage.Passed passed = stage.pass(days, expected, agreement);
                // Twice, for a few seconds on a machine that others share tell little.
                double bare = (stage.bare(days, agreement) + stage.bare(days, agreement)) / 2;
                told(round, days.size(), passed, bare);
                if (round > WARM_UP) {
                    ratios.add(bare / passed.stored());
                }
            }
        }
        double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
        System.out.printf(Locale.ROOT, "ratio %.2f (at least %.2f)%n", median, BAR);
        System.exit(median >= BAR ? 0 : 1);
    }

    private static void told(int round, long positions, StreamStage.Passed passed, double bare) {
        ProcessorTime time = passed.processor();
        System.out.printf(
                Locale.ROOT,
                "%s: bare %,.0f/s, taken by the stream %,.0f/s, in the database %,.0f/s, ratio %.2f;"
                        + " processor a position: dashboard %.1f µs, broker %.1f µs, database %.1f µs%n",
                round <= WARM_UP ? "warm-up" : "round " + (round - WARM_UP),
                positions / bare,
                positions / passed.taken(),
                positions / passed.stored(),
                bare / passed.stored(),
                time.dashboard() * 1e6 / positions,
                time.here() * 1e6 / positions,
                time.database() * 1e6 / positions);
    }
}
