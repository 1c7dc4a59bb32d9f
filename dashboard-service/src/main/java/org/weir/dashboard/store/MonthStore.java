package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.DaySheetCodec;

/** Figures of months by weekday, merged from those of days. They stay when the days are dropped. */
@ApplicationScoped
public class MonthStore {
    private static final String CLAIM = "UPDATE route_month r SET claimed = now() + interval '1 minute'"
            + " FROM (SELECT feed, agreement, route, direction, month FROM route_month"
            + " WHERE marked <> rolled AND (claimed IS NULL OR claimed < now())"
            + " AND (marked_at <= now() - $1::interval OR since <= now() - $2::interval)"
            + " ORDER BY marked_at LIMIT $3 FOR UPDATE SKIP LOCKED) c"
            + " WHERE (r.feed, r.agreement, r.route, r.direction, r.month)"
            + " = (c.feed, c.agreement, c.route, c.direction, c.month)"
            + " RETURNING r.feed, r.agreement, r.route, r.direction, r.month AS service_date, r.marked";
    private static final String DAYS =
            "SELECT kind, place, extract(isodow FROM service_date)::smallint AS weekday, sheet"
                    + " FROM rollup_day WHERE feed = $1 AND agreement = $2 AND route = $3 AND direction = $4"
                    + " AND service_date >= $5 AND service_date < $5 + interval '1 month' ORDER BY kind, place, service_date";
    private static final String LOCK = "LOCK TABLE route_month, rollup_month IN ROW EXCLUSIVE MODE";
    private static final String ROLLED = "UPDATE route_month SET rolled = $6, since = now(), claimed = NULL"
            + " WHERE feed = $1 AND agreement = $2 AND route = $3 AND direction = $4 AND month = $5 AND rolled < $6"
            + " AND NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $2)";
    private static final String CLEAR = "DELETE FROM rollup_month WHERE feed = $1 AND agreement = $2 AND route = $3"
            + " AND direction = $4 AND month = $5";
    private static final String INSERT =
            "INSERT INTO rollup_month (feed, agreement, route, direction, month, kind, place, weekday, days, sheet)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private final Pool database;

    MonthStore(Pool database) {
        this.database = database;
    }

    /** Of what the sheets of a month's same weekdays are merged. */
    private record Weekday(short kind, String place, short weekday) {}

    private static final class Merged {
        final DaySheet.Builder sheets = new DaySheet.Builder();
        short days;
    }

    /** Claims months, as {@link RollupStore#claim} claims days. */
    Uni<List<RollupStore.Claim>> claim(Duration quiet, Duration every, int most) {
        return database.preparedQuery(CLAIM)
                .execute(Tuple.of(RollupStore.interval(quiet), RollupStore.interval(every), most))
                .map(rows -> {
                    List<RollupStore.Claim> claims = new ArrayList<>();
                    rows.forEach(row ->
                            claims.add(new RollupStore.Claim(RunStore.routeDate(row), row.getLong("marked"), false)));
                    return claims;
                });
    }

    /** Merges the month anew from its days and replaces it, unless a later merging is there. */
    Uni<Void> merge(RollupStore.Claim claim) {
        Tuple month = RunStore.tuple(claim.of());
        return database.preparedQuery(DAYS)
                .execute(month)
                .map(days -> merged(claim.of(), days))
                .chain(rows -> database.withTransaction(tx -> tx.query(LOCK)
                        .execute()
                        .chain(() -> tx.preparedQuery(ROLLED)
                                .execute(RunStore.tuple(claim.of()).addLong(claim.mark())))
                        .chain(done ->
                                done.rowCount() == 0 ? Uni.createFrom().voidItem() : write(tx, claim.of(), rows))));
    }

    private static List<Tuple> merged(RouteDate month, RowSet<Row> days) {
        Map<Weekday, Merged> merged = new LinkedHashMap<>();
        for (Row row : days) {
            Weekday key = new Weekday(row.getShort("kind"), row.getString("place"), row.getShort("weekday"));
            Merged into = merged.computeIfAbsent(key, k -> new Merged());
            DaySheetCodec.add(row.getBuffer("sheet").getBytes(), into.sheets);
            into.days++;
        }
        List<Tuple> rows = new ArrayList<>(merged.size());
        merged.forEach((key, value) -> rows.add(RunStore.tuple(month)
                .addShort(key.kind())
                .addString(key.place())
                .addShort(key.weekday())
                .addShort(value.days)
                .addBuffer(Buffer.buffer(DaySheetCodec.write(value.sheets.build())))));
        return rows;
    }

    private static Uni<Void> write(SqlConnection tx, RouteDate month, List<Tuple> rows) {
        return tx.preparedQuery(CLEAR)
                .execute(RunStore.tuple(month))
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : tx.preparedQuery(INSERT).executeBatch(rows))
                .replaceWithVoid();
    }
}
