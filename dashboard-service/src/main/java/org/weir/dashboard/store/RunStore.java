package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.weir.dashboard.movement.TripRun;

/** Runs in PostgreSQL. */
@ApplicationScoped
public class RunStore {
    static final String TABLE = "trip_run";

    private static final String UPSERT =
            "INSERT INTO trip_run (feed, agreement, service_date, trip, vehicle, route, direction, visits, run, changed_at)"
                    + " SELECT $1, $2, $3::date, $4, $5, $6, $7::smallint, $8::smallint, $9::bytea, now()"
                    + Marks.NOT_DESTROYED
                    + " ON CONFLICT (feed, agreement, service_date, trip, vehicle) DO UPDATE SET route = EXCLUDED.route,"
                    + " direction = EXCLUDED.direction, visits = EXCLUDED.visits, run = EXCLUDED.run,"
                    + " changed_at = EXCLUDED.changed_at";
    private static final String WITHDRAW = "DELETE FROM trip_run WHERE feed = $1 AND agreement = $2"
            + " AND service_date = $3 AND trip = $4 AND vehicle = $5";
    /** Where a run was kept under another route: that one's day has changed too. */
    private static final String MOVED = "SELECT DISTINCT r.feed, r.agreement, r.route, r.direction, r.service_date"
            + " FROM trip_run r JOIN unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[],"
            + " $7::smallint[]) k (feed, agreement, service_date, trip, vehicle, route, direction)"
            + " USING (feed, agreement, service_date, trip, vehicle)"
            + " WHERE r.route <> k.route OR r.direction <> k.direction";

    private static final String OF_ROUTE_DATE = "SELECT " + RunRow.COLUMNS + " FROM trip_run WHERE feed = $1"
            + " AND agreement = $2 AND route = $3 AND direction = $4 AND service_date = $5 ORDER BY trip, vehicle";

    private final Pool database;

    RunStore(Pool database) {
        this.database = database;
    }

    /** Replaces whole runs by key and marks their days; doing it twice changes nothing. */
    static Uni<Void> put(SqlConnection tx, Collection<KeptRun> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SortedSet<RouteDate> marks = new TreeSet<>();
        List<Tuple> rows = new ArrayList<>();
        List<Tuple> withdrawn = new ArrayList<>();
        for (KeptRun each : runs) {
            marks.add(each.routeDate());
            if (each.isWithdrawn()) {
                withdrawn.add(Tuple.of(
                        each.key().feed(),
                        each.key().agreement(),
                        each.key().date(),
                        each.key().trip(),
                        each.key().vehicle()));
            } else {
                rows.add(RunRow.write(each));
            }
        }
        return tx.preparedQuery(MOVED)
                .execute(keys(runs))
                .invoke(moved -> moved.forEach(row -> marks.add(routeDate(row))))
                .chain(() -> batch(tx, UPSERT, rows))
                .chain(() -> batch(tx, WITHDRAW, withdrawn))
                .chain(() ->
                        batch(tx, Marks.DAY, marks.stream().map(RunStore::tuple).toList()));
    }

    private static Uni<Void> batch(SqlConnection tx, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple keys(Collection<KeptRun> runs) {
        return Tuple.tuple()
                .addArrayOfString(runs.stream().map(each -> each.key().feed()).toArray(String[]::new))
                .addArrayOfString(
                        runs.stream().map(each -> each.key().agreement()).toArray(String[]::new))
                .addArrayOfLocalDate(
                        runs.stream().map(each -> each.key().date()).toArray(LocalDate[]::new))
                .addArrayOfString(runs.stream().map(each -> each.key().trip()).toArray(String[]::new))
                .addArrayOfString(
                        runs.stream().map(each -> each.key().vehicle()).toArray(String[]::new))
                .addArrayOfString(runs.stream().map(each -> each.run().route()).toArray(String[]::new))
                .addArrayOfShort(runs.stream()
                        .map(each -> (short) each.run().direction())
                        .toArray(Short[]::new));
    }

    static Tuple tuple(RouteDate day) {
        return Tuple.of(day.feed(), day.agreement(), day.route(), (short) day.direction(), day.date());
    }

    static RouteDate routeDate(Row row) {
        return new RouteDate(
                row.getString("feed"),
                row.getString("agreement"),
                row.getString("route"),
                row.getShort("direction"),
                row.getLocalDate("service_date"));
    }

    /** All runs of a route and direction on a service date, by trip and vehicle. */
    public Uni<List<TripRun>> of(RouteDate day) {
        return database.preparedQuery(OF_ROUTE_DATE).execute(tuple(day)).map(RunRow::read);
    }
}
