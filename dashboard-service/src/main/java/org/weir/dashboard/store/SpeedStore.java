package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.dashboard.measure.SegmentHour;
import org.weir.dashboard.measure.SegmentSpeed;
import org.weir.dashboard.measure.SpeedAccumulator;

/** Segment speeds in PostgreSQL, in one partition a month of service dates. */
@ApplicationScoped
public class SpeedStore {
    private static final String UPSERT = "INSERT INTO segment_speed (agreement, feed, route, direction, segment,"
            + " service_date, hour, n, trips, metres, seconds, bins)"
            + " SELECT $1, $2, $3, $4::smallint, $5, $6::date, $7::smallint, $8::integer, $9::integer,"
            + " $10::double precision, $11::double precision, $12::integer[]"
            // Of what an ended agreement gave, nothing comes back once its destruction has begun.
            + " WHERE NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $1)"
            + " ON CONFLICT (feed, agreement, route, direction, service_date, segment, hour) DO UPDATE SET"
            + " n = EXCLUDED.n, trips = EXCLUDED.trips, metres = EXCLUDED.metres, seconds = EXCLUDED.seconds,"
            + " bins = EXCLUDED.bins";
    private static final String OF_ROUTE = "SELECT segment, service_date, hour, n, trips, metres, seconds, bins"
            + " FROM segment_speed WHERE feed = $1 AND agreement = $2 AND route = $3 AND direction = $4"
            + " AND service_date BETWEEN $5 AND $6";
    private static final String ROUTES = "SELECT route, direction, sum(n) AS n, sum(metres) AS metres,"
            + " sum(seconds) AS seconds FROM segment_speed WHERE feed = $1 AND agreement = $2"
            + " AND service_date BETWEEN $3 AND $4 GROUP BY route, direction ORDER BY route, direction";
    private static final String DATES =
            "SELECT DISTINCT service_date FROM segment_speed WHERE feed = $1 AND agreement = $2 ORDER BY service_date";

    private final Pool database;
    private final Set<YearMonth> months = ConcurrentHashMap.newKeySet();

    SpeedStore(Pool database) {
        this.database = database;
    }

    /** A route's sums. */
    public record RouteSum(String route, int direction, long n, double metres, double seconds) {}

    /** Replaces values by key; doing it twice changes nothing. */
    public Uni<Void> put(Collection<SegmentSpeed> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = new ArrayList<>(values.size());
        Uni<Void> ready = Uni.createFrom().voidItem();
        for (SegmentSpeed each : values) {
            YearMonth month = YearMonth.from(each.key().date());
            if (months.add(month)) {
                ready = ready.chain(() -> partition(month));
            }
            rows.add(row(each));
        }
        return ready.onFailure()
                .invoke(months::clear)
                .chain(() -> database.preparedQuery(UPSERT).executeBatch(rows))
                .replaceWithVoid();
    }

    private Uni<Void> partition(YearMonth month) {
        String name = "segment_speed_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
        // Names and dates of our own making; DDL takes no parameters.
        return database.query("CREATE TABLE IF NOT EXISTS " + name + " PARTITION OF segment_speed FOR VALUES FROM ('"
                        + month.atDay(1) + "') TO ('" + month.plusMonths(1).atDay(1) + "')")
                .execute()
                .replaceWithVoid();
    }

    private static Tuple row(SegmentSpeed value) {
        SegmentHour key = value.key();
        SpeedAccumulator speeds = value.speeds();
        Integer[] bins = new Integer[speeds.bins().length];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = speeds.bins()[i];
        }
        return Tuple.tuple()
                .addString(key.agreement())
                .addString(key.feed())
                .addString(key.route())
                .addShort((short) key.direction())
                .addString(key.segment())
                .addLocalDate(key.date())
                .addShort((short) key.hour())
                .addInteger(speeds.n())
                .addInteger(speeds.trips())
                .addDouble(speeds.metres())
                .addDouble(speeds.seconds())
                .addArrayOfInteger(bins);
    }

    /** Every value of a route and direction on service dates from one to another, both included. */
    public Uni<List<SegmentSpeed>> ofRoute(
            String feed, String agreement, String route, int direction, LocalDate from, LocalDate to) {
        Tuple parameters = Tuple.tuple()
                .addString(feed)
                .addString(agreement)
                .addString(route)
                .addShort((short) direction)
                .addLocalDate(from)
                .addLocalDate(to);
        return database.preparedQuery(OF_ROUTE).execute(parameters).map(rows -> {
            List<SegmentSpeed> values = new ArrayList<>();
            for (Row row : rows) {
                SegmentHour key = new SegmentHour(
                        agreement,
                        feed,
                        route,
                        direction,
                        row.getString("segment"),
                        row.getLocalDate("service_date"),
                        row.getShort("hour"));
                values.add(new SegmentSpeed(key, speeds(row), new int[0]));
            }
            return values;
        });
    }

    private static SpeedAccumulator speeds(Row row) {
        Integer[] stored = row.getArrayOfIntegers("bins");
        int[] bins = new int[stored.length];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = stored[i];
        }
        return new SpeedAccumulator(
                row.getInteger("n"), row.getInteger("trips"), row.getDouble("metres"), row.getDouble("seconds"), bins);
    }

    /** The sums of each route and direction. */
    public Uni<List<RouteSum>> routes(String feed, String agreement, LocalDate from, LocalDate to) {
        return database.preparedQuery(ROUTES)
                .execute(Tuple.of(feed, agreement, from, to))
                .map(rows -> {
                    List<RouteSum> sums = new ArrayList<>();
                    for (Row row : rows) {
                        sums.add(new RouteSum(
                                row.getString("route"),
                                row.getShort("direction"),
                                row.getLong("n"),
                                row.getDouble("metres"),
                                row.getDouble("seconds")));
                    }
                    return sums;
                });
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
