package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.DaySheetCodec;
import org.weir.dashboard.measure.Place;

/** Reads the figures of days. */
@ApplicationScoped
public class SheetStore {
    private static final String OF_ROUTE = "SELECT place, sheet FROM rollup_day WHERE feed = $1 AND agreement = $2"
            + " AND route = $3 AND direction = $4 AND kind = $5 AND service_date BETWEEN $6 AND $7";
    private static final String OF_ALL_ROUTES = "SELECT route, direction, sheet FROM rollup_day WHERE feed = $1"
            + " AND agreement = $2 AND kind = 0 AND place = '' AND service_date BETWEEN $3 AND $4"
            + " ORDER BY route, direction";
    private static final String DATES = "SELECT DISTINCT service_date FROM route_day WHERE feed = $1 AND agreement = $2"
            + " AND runs > 0 ORDER BY service_date";

    private static final String OF_LINES = " WHERE feed = $1 AND agreement = $2 AND (route, direction) IN"
            + " (SELECT * FROM unnest($3::text[], $4::smallint[])) AND kind = $5";
    private static final String DAYS =
            "SELECT place, service_date, sheet FROM rollup_day" + OF_LINES + " AND service_date BETWEEN $6 AND $7";
    private static final String MONTHS =
            "SELECT place, month, weekday, days, sheet FROM rollup_month" + OF_LINES + " AND month BETWEEN $6 AND $7";
    private static final String OF_PLACES = " AND place = ANY($8)";

    private final Pool database;

    SheetStore(Pool database) {
        this.database = database;
    }

    /** A route and direction. */
    public record Line(String route, int direction) {
        /** All routes of a feed together, where several of them meet. */
        public static final Line ALL = new Line("", 0);
    }

    /** The figures of every place of a kind on a route and direction, on dates from one to another, both included. */
    public Uni<Map<String, DaySheet>> ofRoute(
            String feed, String agreement, String route, int direction, Place.Kind kind, LocalDate from, LocalDate to) {
        Tuple parameters = Tuple.of(feed, agreement, route, (short) direction, (short) kind.ordinal(), from)
                .addLocalDate(to);
        return database.preparedQuery(OF_ROUTE).execute(parameters).map(rows -> {
            Map<String, DaySheet.Builder> places = new HashMap<>();
            for (Row row : rows) {
                add(row, places.computeIfAbsent(row.getString("place"), p -> new DaySheet.Builder()));
            }
            return built(places);
        });
    }

    /**
     * A place's figures as they are kept: {@link DaySheetCodec} reads them, on whose thread the caller says.
     *
     * @param date the service date; of a month's same weekdays, the first of them
     * @param days how many service dates are merged in it
     */
    public record Day(String place, LocalDate date, int days, byte[] sheet) {}

    /** What is read: places of a kind (all where they are null) on routes and directions. */
    public record Wanted(
            String feed, String agreement, Collection<Line> lines, Place.Kind kind, Collection<String> places) {
        private Tuple tuple(LocalDate from, LocalDate to) {
            Tuple tuple = Tuple.of(
                            feed,
                            agreement,
                            lines.stream().map(Line::route).toArray(String[]::new),
                            lines.stream().map(line -> (short) line.direction()).toArray(Short[]::new),
                            (short) kind.ordinal(),
                            from)
                    .addLocalDate(to);
            return places == null ? tuple : tuple.addArrayOfString(places.toArray(String[]::new));
        }

        private String sql(String select, String order) {
            return select + (places == null ? "" : OF_PLACES) + " ORDER BY " + order;
        }
    }

    /** Day by day. */
    public Uni<List<Day>> days(Wanted wanted, LocalDate from, LocalDate to) {
        return database.preparedQuery(wanted.sql(DAYS, "place, service_date"))
                .execute(wanted.tuple(from, to))
                .map(rows -> {
                    List<Day> days = new ArrayList<>(rows.size());
                    rows.forEach(row -> days.add(new Day(
                            row.getString("place"),
                            row.getLocalDate("service_date"),
                            1,
                            row.getBuffer("sheet").getBytes())));
                    return days;
                });
    }

    /** The same weekdays of each month merged; of whole months, from one that has a date to another's. */
    public Uni<List<Day>> months(Wanted wanted, LocalDate from, LocalDate to) {
        return database.preparedQuery(wanted.sql(MONTHS, "place, month, weekday"))
                .execute(wanted.tuple(from.withDayOfMonth(1), to))
                .map(rows -> {
                    List<Day> months = new ArrayList<>(rows.size());
                    rows.forEach(row -> months.add(new Day(
                            row.getString("place"),
                            row.getLocalDate("month")
                                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.of(row.getShort("weekday")))),
                            row.getShort("days"),
                            row.getBuffer("sheet").getBytes())));
                    return months;
                });
    }

    /** The figures of each route and direction as a whole, in their order. */
    public Uni<Map<Line, DaySheet>> ofAllRoutes(String feed, String agreement, LocalDate from, LocalDate to) {
        return database.preparedQuery(OF_ALL_ROUTES)
                .execute(Tuple.of(feed, agreement, from, to))
                .map(SheetStore::byLine);
    }

    private static Map<Line, DaySheet> byLine(RowSet<Row> rows) {
        Map<Line, DaySheet.Builder> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            Line line = new Line(row.getString("route"), row.getShort("direction"));
            add(row, lines.computeIfAbsent(line, l -> new DaySheet.Builder()));
        }
        return built(lines);
    }

    private static void add(Row row, DaySheet.Builder into) {
        DaySheetCodec.add(row.getBuffer("sheet").getBytes(), into);
    }

    private static <K> Map<K, DaySheet> built(Map<K, DaySheet.Builder> builders) {
        Map<K, DaySheet> sheets = new LinkedHashMap<>();
        builders.forEach((key, builder) -> sheets.put(key, builder.build()));
        return sheets;
    }

    /** The service dates that have figures, in order. */
    public Uni<List<LocalDate>> dates(String feed, String agreement) {
        return database.preparedQuery(DATES).execute(Tuple.of(feed, agreement)).map(rows -> {
            List<LocalDate> dates = new ArrayList<>();
            rows.forEach(row -> dates.add(row.getLocalDate("service_date")));
            return dates;
        });
    }
}
