package org.weir.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.position.VehiclePosition;

/** A day of some million positions through stream and store, until its figures can be asked for; and what is answered. */
final class LargeDay {
    private static final String AGREEMENT = "large-day";

    private LargeDay() {}

    /** @param args the schedule, the day's positions, its service date, how many positions (8000000) */
    public static void main(String[] args) throws Exception {
        // Made by one thread: broker and database would make it by two at once, and wait for each other.
        java.util.logging.LogManager.getLogManager();
        byte[] gtfs = Files.readAllBytes(Path.of(args[0]));
        CityDay day = CityDay.read(Path.of(args[1]));
        long wanted = args.length > 3 ? Long.parseLong(args[3]) : 8_000_000;
        SharedDays days = new SharedDays(day.positions(), (int)
                ((wanted + day.positions().size() - 1) / day.positions().size()));
        SharedDays.Runs expected = days.runs(GtfsArchive.read(StreamStage.FEED, gtfs, Instant.EPOCH));
        try (StreamStage stage = new StreamStage(gtfs)) {
            long begin = System.nanoTime();
            StreamStage.Passed passed = stage.pass(days, expected, AGREEMENT);
            stage.quiet();
            System.out.printf(
                    Locale.ROOT,
                    "%,d positions of %,d vehicles: taken by the stream after %.0f s, in the database after %.0f s,"
                            + " figures reckoned after %.0f s, with the sending before%n",
                    days.size(),
                    day.positions().stream()
                                    .map(VehiclePosition::vehicleId)
                                    .distinct()
                                    .count()
                            * days.copies(),
                    passed.taken(),
                    passed.stored(),
                    (System.nanoTime() - begin) / 1e9);
            boolean held = balanced(stage, days.size());
            held &= complete(stage, expected);
            held &= queryable(stage, args[2], day.positions().get(0).routeId());
            System.exit(held ? 0 : 1);
        }
    }

    private static boolean balanced(StreamStage stage, long sent) {
        double matched = stage.dashboard().meter("weir_movement_positions_total", "outcome=\"matched\"");
        double unmatched = stage.dashboard().meter("weir_movement_positions_total", "outcome=\"unmatched\"");
        System.out.printf(
                Locale.ROOT,
                "%,d sent = %,.0f matched + %,.0f unmatched, each with its reason%n",
                sent,
                matched,
                unmatched);
        return matched + unmatched == sent;
    }

    private static boolean complete(StreamStage stage, SharedDays.Runs expected) {
        System.out.printf(
                Locale.ROOT,
                "%,d trips with %,d visits, as the core alone makes them; %,d rows of figures, of %,d days of a route and"
                        + " direction made of %,d trips%n",
                expected.runs(),
                expected.visits(),
                stage.number("SELECT count(*) FROM rollup_day"),
                stage.number("SELECT count(*) FROM route_day"),
                stage.number("SELECT sum(runs) FROM route_day"));
        return stage.number("SELECT sum(runs) FROM route_day") == expected.runs();
    }

    private static boolean queryable(StreamStage stage, String date, String route) {
        String path = "/api/v1/figures?feed=" + StreamStage.FEED.value() + "&route=" + route
                + "&direction=0&measure=speed," + "trip-time-p50&group=none&from=" + date + "&to=" + date;
        String answer = stage.dashboard().get(path);
        long begin = System.nanoTime();
        answer = stage.dashboard().get(path);
        System.out.printf(
                Locale.ROOT,
                "GET %s%n%.0f ms, %s%n",
                path,
                (System.nanoTime() - begin) / 1e6,
                answer.substring(Math.max(0, answer.indexOf("\"places\""))));
        return answer.contains("\"value\"");
    }
}
