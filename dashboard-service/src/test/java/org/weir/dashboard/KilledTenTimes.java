package org.weir.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.weir.dashboard.stream.MovementTopology;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.VehiclePosition;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/**
 * A day of the city through a dashboard-service that nobody disturbs, and through one that is killed ten times in the
 * midst of it. Then every row of runs, of figures of days and of months is compared.
 */
final class KilledTenTimes {
    private static final FeedId FEED = FeedId.of("riverton.vehicle-positions");
    private static final String AGREEMENT = "riverton-for-planning";
    private static final Map<String, String> ROWS = Map.of(
            "trip_run",
            "SELECT concat_ws('|', feed, agreement, service_date, trip, vehicle), concat_ws(' ', 'route', route, direction,"
                    + " 'visits', visits, 'bytes', length(run), md5(run)) FROM trip_run",
            "rollup_day",
            "SELECT concat_ws('|', feed, agreement, route, direction, kind, place, service_date), md5(sheet)"
                    + " FROM rollup_day",
            "rollup_month",
            "SELECT concat_ws('|', feed, agreement, route, direction, kind, place, month, weekday),"
                    + " days || md5(sheet) FROM rollup_month",
            "way_day",
            "SELECT concat_ws('|', feed, agreement, route, direction, way, service_date), md5(times) FROM way_day",
            "route_day",
            "SELECT concat_ws('|', feed, agreement, route, direction, service_date), concat_ws(' ', runs, revised,"
                    + " silences) FROM route_day");

    private final byte[] gtfs;
    private final List<VehiclePosition> positions;
    private final Random chance;

    private KilledTenTimes(byte[] gtfs, List<VehiclePosition> positions, long seed) {
        this.gtfs = gtfs;
        this.positions = positions;
        this.chance = new Random(seed);
    }

    /** @param args the schedule, the day's positions, how often to kill (10), the seed of when (1) */
    public static void main(String[] args) throws Exception {
        // Made by one thread: broker and database would make it by two at once, and wait for each other.
        java.util.logging.LogManager.getLogManager();
        int kills = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        KilledTenTimes proof = new KilledTenTimes(
                Files.readAllBytes(Path.of(args[0])),
                CityDay.read(Path.of(args[1])).positions(),
                seed);
        System.out.printf("%d positions, killed %d times, seed %d%n", proof.positions.size(), kills, seed);
        Map<String, Map<String, String>> calm = proof.run(0);
        Map<String, Map<String, String>> disturbed = proof.run(kills);
        boolean same = true;
        for (String table : List.of("trip_run", "rollup_day", "rollup_month", "way_day", "route_day")) {
            same &= compared(table, calm.get(table), disturbed.get(table));
        }
        System.exit(same ? 0 : 1);
    }

    private static boolean compared(String table, Map<String, String> calm, Map<String, String> disturbed) {
        long equal = calm.entrySet().stream()
                .filter(row -> row.getValue().equals(disturbed.get(row.getKey())))
                .count();
        System.out.printf(
                "%-13s %6d rows undisturbed, %6d killed, %6d equal%n", table, calm.size(), disturbed.size(), equal);
        calm.entrySet().stream()
                .filter(row -> !row.getValue().equals(disturbed.get(row.getKey())))
                .limit(3)
                .forEach(row -> System.out.printf(
                        "  %s%n    undisturbed %s%n    killed      %s%n",
                        row.getKey(), row.getValue(), disturbed.get(row.getKey())));
        return !calm.isEmpty() && equal == calm.size() && equal == disturbed.size();
    }

    private Map<String, Map<String, String>> run(int kills) throws Exception {
        Path home = Files.createTempDirectory("weir-killed");
        try (Stack stack = Stack.start(StackOptions.ephemeral());
                TestTopics topics = new TestTopics(stack.bootstrapServers());
                RunningDashboard dashboard = new RunningDashboard(stack, home, 18_480);
                Connection database =
                        DriverManager.getConnection(stack.jdbcUrl("dashboard"), stack.user(), stack.password())) {
            topics.announce(FEED, true);
            topics.notice(FEED, AGREEMENT, AgreementState.ACTIVE, 1);
            dashboard.start();
            dashboard.upload(FEED.value(), gtfs);
            int from = 0;
            for (int part = 1; part <= kills + 1; part++) {
                int to = (int) ((long) positions.size() * part / (kills + 1));
                for (VehiclePosition each : positions.subList(from, to)) {
                    topics.shareSoon(FEED, AGREEMENT, each);
                }
                topics.sent();
                from = to;
                if (part <= kills) {
                    int enough = 1 + chance.nextInt(positions.size() / (kills + 1));
                    RunningDashboard.await(
                            Duration.ofMinutes(3), "it is in the midst", () -> dashboard.taken() >= enough);
                    // Now in the stream, now in the writing, now in the reckoning.
                    int within = chance.nextBoolean() ? 300 : 15_000;
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextInt(within)));
                    System.out.printf(
                            "killed with %d positions sent, %.0f taken since its start, %s runs in the database, %s days"
                                    + " reckoned%n",
                            to,
                            dashboard.taken(),
                            one(database, "SELECT count(*) FROM trip_run"),
                            one(database, "SELECT count(*) FROM route_day WHERE rolled > 0"));
                    dashboard.kill();
                    dashboard.start();
                }
            }
            RunningDashboard.await(
                    Duration.ofMinutes(10),
                    "the stream is through",
                    () -> topics.behind(MovementTopology.APPLICATION_ID, FEED, AGREEMENT) == 0);
            awaitRest(database);
            Map<String, Map<String, String>> rows = new HashMap<>();
            for (Map.Entry<String, String> each : ROWS.entrySet()) {
                rows.put(each.getKey(), rows(database, each.getValue()));
            }
            return rows;
        }
    }

    /** Nothing is marked any more, and for twenty seconds nothing was: what the stream gave out has long been written. */
    private static void awaitRest(Connection database) {
        String[] last = {"", ""};
        long[] since = {System.nanoTime()};
        RunningDashboard.await(Duration.ofMinutes(30), "all figures are reckoned", () -> {
            String now = one(database, "SELECT last_value FROM rollup_mark");
            if (!now.equals(last[0])) {
                last[0] = now;
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > Duration.ofSeconds(20).toNanos()
                    && one(
                                    database,
                                    "SELECT (SELECT count(*) FROM route_day WHERE marked <> rolled)"
                                            + " + (SELECT count(*) FROM route_month WHERE marked <> rolled)")
                            .equals("0")
                    && !one(database, "SELECT count(*) FROM rollup_month").equals("0");
        });
    }

    private static Map<String, String> rows(Connection database, String sql) throws Exception {
        Map<String, String> rows = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
        }
        return rows;
    }

    private static String one(Connection database, String sql) {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
