package org.weir.dashboard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.DaySheetCodec;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.RouteDay;
import org.weir.dashboard.measure.ScheduledTrip;
import org.weir.dashboard.measure.ServedDay;
import org.weir.dashboard.measure.Stretch;
import org.weir.dashboard.measure.WayDay;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.Shape;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.store.QuarterOfEvidence;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/**
 * A year of rollups of a part of a city's routes in a real PostgreSQL: their size, scaled to 170 routes; how long the
 * heat table of one route over the year takes to read; and how long the ranking of a quarter of the whole city takes.
 */
final class YearOfACity {
    private static final int CITY = 170;
    private static final int STOPS = 35;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Path MIGRATIONS = Path.of("dashboard-service/src/main/resources/db/migration");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String KEY = "riverton.vehicle-positions\triverton-for-planning\t";

    /** Days; a month is dropped whole, so that up to 31 more are there. */
    private static final int WAYS_KEPT = 116;

    private static final StopPattern PATTERN = pattern();
    private static final List<Stretch> STRETCHES = List.of(
            new Stretch(Place.area("parts/north"), "v1", 0, 0, 2_000),
            new Stretch(Place.area("parts/hill"), "v1", 0, 2_000, 5_000),
            new Stretch(Place.area("parts/centre"), "v1", 0, 5_000, 8_000),
            new Stretch(Place.area("parts/market"), "v1", 0, 8_000, 10_000),
            new Stretch(Place.area("parts/south"), "v1", 0, 10_000, 11_900),
            new Stretch(Place.corridor("main-street"), "v1", 0, 4_000, 7_000));

    private final Connection database;
    private final Random chance;
    private final int routes;

    private YearOfACity(Connection database, int routes, long seed) {
        this.database = database;
        this.routes = routes;
        this.chance = new Random(seed);
    }

    /** @param args routes (20), days (365), seed (1) */
    public static void main(String[] args) throws Exception {
        // Made by one thread: broker and database would make it by two at once, and wait for each other.
        java.util.logging.LogManager.getLogManager();
        int routes = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 365;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        boolean held;
        try (Stack stack = Stack.start(StackOptions.ephemeral());
                Connection database =
                        DriverManager.getConnection(stack.jdbcUrl("dashboard"), stack.user(), stack.password())) {
            YearOfACity year = new YearOfACity(database, routes, seed);
            year.migrate();
            System.out.printf("%d of %d routes, %d days, seed %d%n", routes, CITY, days, seed);
            year.fill(days);
            QuarterOfEvidence evidence = new QuarterOfEvidence(stack, database, CITY, seed);
            evidence.fill();
            evidence.pack();
            held = year.size(days, evidence.gigabytes()) & year.heat() & evidence.ranking();
        }
        System.exit(held ? 0 : 1);
    }

    private static StopPattern pattern() {
        Polyline line = new Polyline(new double[] {40, 40 + 350.0 * (STOPS - 1) / 111_195}, new double[] {-75, -75});
        List<Stop> stops = new ArrayList<>();
        double[] at = new double[STOPS];
        for (int i = 0; i < STOPS; i++) {
            stops.add(new Stop(Integer.toString(1_000 + i), "", 40 + 350.0 * i / 111_195, -75));
            at[i] = Math.min(line.length(), 350.0 * i);
        }
        return new StopPattern(0, "r", 0, new Shape("s", line), stops, at);
    }

    private void migrate() throws SQLException, IOException {
        try (Statement statement = database.createStatement();
                Stream<Path> migrations = Files.list(MIGRATIONS)) {
            for (Path each : migrations
                    .sorted(Comparator.comparingInt(YearOfACity::version))
                    .toList()) {
                statement.execute(Files.readString(each));
            }
            for (YearMonth month = YearMonth.from(FIRST); month.getYear() == 2026; month = month.plusMonths(1)) {
                for (String table : List.of("rollup_day", "way_day")) {
                    statement.execute("CREATE TABLE %s_%s PARTITION OF %1$s FOR VALUES FROM ('%s') TO ('%s')"
                            .formatted(
                                    table,
                                    month.toString().replace('-', '_'),
                                    month.atDay(1),
                                    month.plusMonths(1).atDay(1)));
                }
            }
        }
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private void fill(int days) throws SQLException, IOException {
        for (int route = 0; route < routes; route++) {
            for (int direction = 0; direction < 2; direction++) {
                int headway = new int[] {300, 600, 720, 900, 1_200, 1_800, 3_600}[route % 7];
                Map<YearMonth, Map<String, DaySheet.Builder>> months = new HashMap<>();
                StringBuilder rows = new StringBuilder();
                StringBuilder ways = new StringBuilder();
                boolean shares = route % 2 == 0;
                String line = "route-" + route + '\t' + direction + '\t';
                for (int d = 0; d < days; d++) {
                    LocalDate date = FIRST.plusDays(d);
                    ServedDay served = day(date, headway, 0);
                    Map<String, DaySheet> sheets = new LinkedHashMap<>();
                    RouteDay.of(served)
                            .sheets()
                            .forEach((place, sheet) -> sheets.put(KEY + line + where(place, ""), sheet));
                    // At every third stop another route calls: its rows are of both, and so every second route's.
                    RouteDay.combined(List.of(served, day(date, headway, 240))).forEach((place, sheet) -> {
                        if (shares && place.id().hashCode() % 3 == 0) {
                            sheets.put(KEY + "\t0\t" + where(place, "-" + line.replace('\t', '-')), sheet);
                        }
                    });
                    WayDay.of(served).forEach((way, times) -> bytes(
                                    times.toBytes(),
                                    ways.append(KEY)
                                            .append(line)
                                            .append(way)
                                            .append('\t')
                                            .append(date)
                                            .append('\t'))
                            .append('\n'));
                    for (var each : sheets.entrySet()) {
                        byte[] sheet = DaySheetCodec.write(each.getValue());
                        String where = each.getKey();
                        rows.append(where).append(date).append('\t');
                        bytes(sheet, rows).append('\n');
                        String weekday = where + YearMonth.from(date).atDay(1) + '\t'
                                + date.getDayOfWeek().getValue() + "\t4\t";
                        DaySheetCodec.add(
                                sheet,
                                months.computeIfAbsent(YearMonth.from(date), m -> new HashMap<>())
                                        .computeIfAbsent(weekday, w -> new DaySheet.Builder()));
                    }
                }
                copy("rollup_day", "kind, place, service_date, sheet", rows);
                copy("way_day", "way, service_date, times", ways);
                StringBuilder merged = new StringBuilder();
                months.values()
                        .forEach(places -> places.forEach(
                                (where, sheets) -> bytes(DaySheetCodec.write(sheets.build()), merged.append(where))
                                        .append('\n')));
                copy("rollup_month", "kind, place, month, weekday, days, sheet", merged);
            }
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("VACUUM ANALYZE rollup_day, rollup_month, way_day");
        }
    }

    private static StringBuilder bytes(byte[] sheet, StringBuilder to) {
        return to.append("\\\\x").append(HexFormat.of().formatHex(sheet));
    }

    private static String where(Place place, String of) {
        return place.kind().ordinal() + "\t" + place.id() + of + '\t';
    }

    private void copy(String table, String columns, StringBuilder rows) throws SQLException, IOException {
        database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY " + table + " (feed, agreement, route, direction, " + columns + ") FROM STDIN",
                        new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Eighteen hours of service from five in the morning; rarer in the evening and on Sundays; on 12 km of street with
     * five areas and a corridor.
     *
     * @param later seconds after the full hour, at which the first trip leaves
     */
    private ServedDay day(LocalDate date, int headway, int later) {
        double begin = ServiceDate.begin(date, ZONE);
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            stops.add(Integer.toString(1_000 + i));
        }
        List<ScheduledTrip> scheduled = new ArrayList<>();
        List<TripRun> runs = new ArrayList<>();
        int rare = date.getDayOfWeek().getValue() == 7 ? 2 : 1;
        for (int start = 5 * 3_600 + later;
                start < 23 * 3_600;
                start += headway * rare * (start > 19 * 3_600 ? 2 : 1)) {
            String trip = "t" + start;
            float[] metres = new float[2 * STOPS];
            double[] times = new double[2 * STOPS];
            double[] departs = new double[STOPS];
            List<StopVisit> visits = new ArrayList<>();
            double late = chance.nextGaussian() * 60;
            for (int i = 0; i < STOPS; i++) {
                departs[i] = begin + start + i * 75;
                late += chance.nextGaussian() * 15;
                double departure = departs[i] + late;
                double dwell = i == 0 ? 0 : Math.abs(chance.nextGaussian()) * 15;
                metres[2 * i] = (float) PATTERN.at()[i];
                metres[2 * i + 1] = metres[2 * i];
                times[2 * i] = departure - dwell;
                times[2 * i + 1] = departure;
                visits.add(new StopVisit(
                        i, stops.get(i), departure - dwell, departure, start + i * 75, 15, StopVisit.Quality.SEEN, 40));
            }
            scheduled.add(new ScheduledTrip(trip, stops, departs));
            runs.add(new TripRun(
                    new TripRun.Key(date, trip, "v" + start % 20),
                    "r",
                    0,
                    "v1",
                    0,
                    Assignment.GIVEN,
                    visits,
                    new Knots(metres, times),
                    0));
        }
        return new ServedDay(date, ZONE, runs, scheduled, (version, ordinal) -> PATTERN, STRETCHES, List.of());
    }

    private boolean size(int days, double evidence) throws SQLException {
        double scale = (double) CITY / routes * 365 / days / 1e9;
        double dayBytes = number("SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits"
                        + " WHERE inhparent = 'rollup_day'::regclass")
                * scale;
        double monthBytes = number("SELECT pg_total_relation_size('rollup_month')") * scale;
        double wayBytes = number("SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits"
                        + " WHERE inhparent = 'way_day'::regclass")
                * scale
                * WAYS_KEPT
                / 365;
        double rows = number("SELECT count(*) FROM rollup_day");
        System.out.printf(
                Locale.ROOT,
                "%,.0f day rows, %.0f bytes each with their index; scaled to %d routes and a year: days %.1f GB, months"
                        + " %.1f GB, cells of 25 m %.1f GB, evidence %.1f GB, together %.1f GB (at most 15)%n",
                rows,
                dayBytes / scale / rows,
                CITY,
                dayBytes,
                monthBytes,
                wayBytes,
                evidence,
                dayBytes + monthBytes + wayBytes + evidence);
        return dayBytes + monthBytes + wayBytes + evidence <= 15;
    }

    /** Whole months come from month rows; the days of a month that is not whole would come from day rows. */
    private boolean heat() throws SQLException {
        heat(
                "day rows",
                "SELECT extract(isodow FROM service_date)::int, sheet FROM rollup_day WHERE feed = ? AND agreement = ?"
                        + " AND route = ? AND direction = ? AND kind = 0 AND place = ''"
                        + " AND service_date BETWEEN '2026-01-01' AND '2026-12-31'");
        return heat(
                        "month rows",
                        "SELECT weekday, sheet FROM rollup_month WHERE feed = ? AND agreement = ? AND route = ?"
                                + " AND direction = ? AND kind = 0 AND place = ''"
                                + " AND month BETWEEN '2026-01-01' AND '2026-12-01'")
                <= 200;
    }

    /** The 95th percentile in milliseconds. */
    private double heat(String from, String sql) throws SQLException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            long begin = System.nanoTime();
            DaySheet.Builder[] weekdays = new DaySheet.Builder[7];
            try (PreparedStatement read = database.prepareStatement(sql)) {
                key(read);
                read.setString(3, "route-" + chance.nextInt(routes));
                read.setInt(4, chance.nextInt(2));
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) {
                        int weekday = rows.getInt(1) - 1;
                        weekdays[weekday] = weekdays[weekday] == null ? new DaySheet.Builder() : weekdays[weekday];
                        DaySheetCodec.add(rows.getBytes(2), weekdays[weekday]);
                    }
                }
            }
            for (DaySheet.Builder each : weekdays) {
                if (each != null) {
                    each.build();
                }
            }
            // The first ones meet a machine and a database that are cold.
            if (i >= 40) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        millis.sort(null);
        double p95 = millis.get(millis.size() * 95 / 100);
        System.out.printf(
                Locale.ROOT,
                "heat table of a route over the year from %s, read and merged: p50 %.0f ms, p95 %.0f ms (at most 200"
                        + " from month rows)%n",
                from,
                millis.get(millis.size() / 2),
                p95);
        return p95;
    }

    private static void key(PreparedStatement read) throws SQLException {
        read.setString(1, "riverton.vehicle-positions");
        read.setString(2, "riverton-for-planning");
    }

    private double number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getDouble(1);
        }
    }
}
