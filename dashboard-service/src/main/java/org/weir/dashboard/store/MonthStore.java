package org.weir.dashboard.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
    private static final String CLAIM = "UPDATE route_month r SET claimed = now() + interval '10 minutes'"
            + " FROM (SELECT feed, agreement, route, direction, month FROM route_month"
            + " WHERE marked <> rolled AND (claimed IS NULL OR claimed < now())"
            + " AND (marked_at <= now() - $1::interval OR since <= now() - $2::interval)"
            + " ORDER BY marked_at LIMIT $3 FOR UPDATE SKIP LOCKED) c"
            + " WHERE (r.feed, r.agreement, r.route, r.direction, r.month)"
            + " = (c.feed, c.agreement, c.route, c.direction, c.month)"
            + " RETURNING r.feed, r.agreement, r.route, r.direction, r.month AS service_date, r.marked";
    private static final String OF_DAYS = " FROM rollup_day WHERE feed = $1 AND agreement = $2 AND route = $3"
            + " AND direction = $4 AND service_date >= $5 AND service_date < $5 + interval '1 month'";
    private static final String PLACES = "SELECT DISTINCT kind, place" + OF_DAYS + " ORDER BY kind, place";
    private static final String DAYS =
            "SELECT kind, place, extract(isodow FROM service_date)::smallint AS weekday, sheet" + OF_DAYS
                    + " AND (kind, place) >= ($6, $7) AND (kind, place) <= ($8, $9) ORDER BY kind, place";
    private static final String LOCK = "LOCK TABLE route_month, rollup_month IN ROW EXCLUSIVE MODE";
    private static final String ROLLED = "UPDATE route_month SET rolled = $6, since = now(), claimed = NULL"
            + " WHERE feed = $1 AND agreement = $2 AND route = $3 AND direction = $4 AND month = $5 AND rolled < $6"
            + " AND NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $2)";
    private static final String CLEAR = "DELETE FROM rollup_month WHERE feed = $1 AND agreement = $2 AND route = $3"
            + " AND direction = $4 AND month = $5";
    private static final String INSERT =
            "INSERT INTO rollup_month (feed, agreement, route, direction, month, kind, place, weekday, days, sheet)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /** A large city's stops together would fill the memory. */
    private static final int AT_ONCE = 64;

    private final Pool database;

    MonthStore(Pool database) {
        this.database = database;
    }

    /** A later merging is there already, or the agreement's data are being destroyed: this one is rolled back. */
    private static final class Superseded extends RuntimeException {}

    private record Part(short kind, String place) {
        static Part of(Row row) {
            return new Part(row.getShort("kind"), row.getString("place"));
        }
    }

    /** Of what the sheets of a month's same weekdays are merged. */
    private record Weekday(Part part, short weekday) {}

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
        return database.withTransaction(tx -> tx.query(LOCK)
                        .execute()
                        .chain(() -> tx.preparedQuery(CLEAR).execute(RunStore.tuple(claim.of())))
                        .chain(() -> tx.preparedQuery(PLACES).execute(RunStore.tuple(claim.of())))
                        .map(MonthStore::chunks)
                        .chain(chunks -> Multi.createFrom()
                                .iterable(chunks)
                                .onItem()
                                .transformToUniAndConcatenate(chunk -> write(tx, claim.of(), chunk))
                                .collect()
                                .last())
                        // Last, for until the end it keeps those waiting who mark the month.
                        .chain(() -> tx.preparedQuery(ROLLED)
                                .execute(RunStore.tuple(claim.of()).addLong(claim.mark())))
                        .invoke(done -> {
                            if (done.rowCount() == 0) {
                                throw new Superseded();
                            }
                        })
                        .replaceWithVoid())
                .onFailure(Superseded.class)
                .recoverWithNull();
    }

    private static List<List<Part>> chunks(RowSet<Row> places) {
        List<Part> all = new ArrayList<>(places.size());
        places.forEach(row -> all.add(Part.of(row)));
        List<List<Part>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return chunks;
    }

    private static Uni<RowSet<Row>> write(SqlConnection tx, RouteDate month, List<Part> chunk) {
        Part first = chunk.get(0);
        Part last = chunk.get(chunk.size() - 1);
        return tx.preparedQuery(DAYS)
                .execute(RunStore.tuple(month)
                        .addShort(first.kind())
                        .addString(first.place())
                        .addShort(last.kind())
                        .addString(last.place()))
                // Seconds of arithmetic for a large city: not on a thread that others wait for.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(days -> merged(month, days))
                .chain(rows -> tx.preparedQuery(INSERT).executeBatch(rows));
    }

    private static List<Tuple> merged(RouteDate month, RowSet<Row> days) {
        List<Tuple> rows = new ArrayList<>();
        Map<Weekday, Merged> merged = new LinkedHashMap<>();
        Part present = null;
        for (Row row : days) {
            Weekday key = new Weekday(Part.of(row), row.getShort("weekday"));
            if (!key.part().equals(present)) {
                finish(month, merged, rows);
                present = key.part();
            }
            Merged into = merged.computeIfAbsent(key, k -> new Merged());
            DaySheetCodec.add(row.getBuffer("sheet").getBytes(), into.sheets);
            into.days++;
        }
        finish(month, merged, rows);
        return rows;
    }

    /** What is unpacked takes many times as much room: one place at a time. */
    private static void finish(RouteDate month, Map<Weekday, Merged> merged, List<Tuple> rows) {
        merged.forEach((key, value) -> rows.add(RunStore.tuple(month)
                .addShort(key.part().kind())
                .addString(key.part().place())
                .addShort(key.weekday())
                .addShort(value.days)
                .addBuffer(Buffer.buffer(DaySheetCodec.write(value.sheets.build())))));
        merged.clear();
    }
}
