package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.DaySheetCodec;
import org.weir.dashboard.measure.Place;

/** Figures of days in PostgreSQL: which have to be reckoned, and what was reckoned. */
@ApplicationScoped
public class RollupStore {
    static final String TABLE = "rollup_day";

    /** An instance that was ended leaves its claims; after so long another takes them. */
    private static final String CLAIM_FOR = "interval '1 minute'";

    private static final String CLAIM = "UPDATE route_day r SET claimed = now() + " + CLAIM_FOR
            + " FROM (SELECT feed, agreement, route, direction, service_date FROM route_day"
            + " WHERE marked <> rolled AND (claimed IS NULL OR claimed < now())"
            + " AND (marked_at <= now() - $1::interval OR since <= now() - $2::interval)"
            + " AND NOT EXISTS (SELECT 1 FROM closed_day d WHERE (d.feed, d.agreement, d.service_date)"
            + " = (route_day.feed, route_day.agreement, route_day.service_date))"
            + " ORDER BY marked_at LIMIT $3 FOR UPDATE SKIP LOCKED) c"
            + " WHERE (r.feed, r.agreement, r.route, r.direction, r.service_date)"
            + " = (c.feed, c.agreement, c.route, c.direction, c.service_date)"
            + " RETURNING r.feed, r.agreement, r.route, r.direction, r.service_date, r.marked";
    /**
     * Taken first and in this order, so that whoever begins a destruction waits until the figures are written, or has
     * begun before they are.
     */
    private static final String LOCK =
            "LOCK TABLE route_day, rollup_day, route_month, evidence_date IN ROW EXCLUSIVE MODE";

    private static final String ROLLED = "UPDATE route_day SET rolled = $6, since = now(), claimed = NULL,"
            + " revision = revision + 1, changed_at = now(), runs = $7, revised = $8"
            + " WHERE feed = $1 AND agreement = $2 AND route = $3 AND direction = $4 AND service_date = $5"
            // Another instance may have reckoned later marks already.
            + " AND rolled < $6"
            + " AND NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $2)";
    private static final String CLEAR = "DELETE FROM rollup_day WHERE feed = $1 AND agreement = $2 AND route = $3"
            + " AND direction = $4 AND service_date = $5";
    private static final String INSERT =
            "INSERT INTO rollup_day (feed, agreement, route, direction, service_date, kind, place, sheet)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String MARK_MONTH =
            "INSERT INTO route_month (feed, agreement, route, direction, month, marked, marked_at, since)"
                    + " VALUES ($1, $2, $3, $4, $5, nextval('rollup_mark'), now(), now())"
                    + " ON CONFLICT (feed, agreement, route, direction, month)"
                    + " DO UPDATE SET marked = EXCLUDED.marked, marked_at = EXCLUDED.marked_at,"
                    + " since = CASE WHEN route_month.marked = route_month.rolled THEN EXCLUDED.since"
                    + " ELSE route_month.since END";

    private final Pool database;
    private final Months months;

    RollupStore(Pool database, Months months) {
        this.database = database;
        this.months = months;
    }

    /**
     * A day, or a month, that this instance is to reckon.
     *
     * @param mark the newest mark when it was claimed
     */
    record Claim(RouteDate of, long mark) {}

    /**
     * Claims days whose marks have rested for a while, or that have waited for long.
     *
     * @param quiet how long a mark has to rest
     * @param every how long a day that is marked again and again waits
     */
    Uni<List<Claim>> claim(Duration quiet, Duration every, int most) {
        return database.preparedQuery(CLAIM)
                .execute(Tuple.of(interval(quiet), interval(every), most))
                .map(rows -> {
                    List<Claim> claims = new ArrayList<>();
                    rows.forEach(row -> claims.add(new Claim(RunStore.routeDate(row), row.getLong("marked"))));
                    return claims;
                });
    }

    /** Seconds that the oldest change waits to be in the figures; 0 where none does. */
    Uni<Double> waiting() {
        return database.query("SELECT coalesce(extract(epoch FROM now() - min(since)), 0)::double precision"
                        + " FROM route_day WHERE marked <> rolled")
                .execute()
                .map(rows -> rows.iterator().next().getDouble(0));
    }

    static io.vertx.pgclient.data.Interval interval(Duration duration) {
        return io.vertx.pgclient.data.Interval.of(
                0, 0, 0, 0, 0, (int) duration.toSeconds(), duration.toMillisPart() * 1_000);
    }

    /**
     * Replaces all figures of a day, unless later ones are there.
     *
     * @param runs how many they were made of
     * @param revised how many of those were changed by positions that came late
     */
    Uni<Void> replace(Claim claim, Map<Place, DaySheet> sheets, int runs, int revised) {
        RouteDate day = claim.of();
        List<Tuple> rows = new ArrayList<>(sheets.size());
        sheets.forEach(
                (place, sheet) -> rows.add(row(day, place).addBuffer(Buffer.buffer(DaySheetCodec.write(sheet)))));
        return months.make(TABLE, YearMonth.from(day.date()))
                .chain(() -> database.withTransaction(tx -> tx.query(LOCK)
                        .execute()
                        .chain(() -> tx.preparedQuery(ROLLED)
                                .execute(RunStore.tuple(day)
                                        .addLong(claim.mark())
                                        .addInteger(runs)
                                        .addInteger(revised)))
                        .chain(done -> done.rowCount() == 0 ? Uni.createFrom().voidItem() : write(tx, day, rows))));
    }

    private static Uni<Void> write(SqlConnection tx, RouteDate day, List<Tuple> rows) {
        return tx.preparedQuery(CLEAR)
                .execute(RunStore.tuple(day))
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : tx.preparedQuery(INSERT).executeBatch(rows))
                .chain(() -> tx.preparedQuery(MARK_MONTH).execute(RunStore.tuple(day.month())))
                .chain(() -> EvidenceStore.mark(tx, day))
                .replaceWithVoid();
    }

    private static Tuple row(RouteDate day, Place place) {
        return RunStore.tuple(day).addShort((short) place.kind().ordinal()).addString(place.id());
    }

    static Place place(Row row) {
        return new Place(Place.Kind.values()[row.getShort("kind")], row.getString("place"));
    }
}
