package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.DaySheetCodec;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.WayTimes;
import org.weir.dashboard.movement.TripRun;
import org.weir.schemas.id.FeedId;

/** Figures of days in PostgreSQL: which have to be reckoned, and what was reckoned. */
@ApplicationScoped
public class RollupStore {
    static final String TABLE = "rollup_day";
    static final String WAYS = "way_day";

    /** An instance that was ended leaves its claims; after so long another takes them. */
    private static final String CLAIM_FOR = "interval '1 minute'";

    private static final String CLAIM = "UPDATE route_day r SET claimed = now() + " + CLAIM_FOR
            + " FROM (SELECT feed, agreement, route, direction, service_date FROM route_day"
            + " WHERE marked <> rolled AND (claimed IS NULL OR claimed < now()) AND (route = '') = $4"
            // Of others nobody knows what was to run.
            + " AND feed = ANY($5::text[])"
            + " AND (marked_at <= now() - $1::interval OR since <= now() - $2::interval)"
            + " AND" + Marks.open("route_day")
            // What is live does not wait for a past that is reckoned again.
            + " ORDER BY service_date DESC, marked_at LIMIT $3 FOR UPDATE SKIP LOCKED) c"
            + " WHERE (r.feed, r.agreement, r.route, r.direction, r.service_date)"
            + " = (c.feed, c.agreement, c.route, c.direction, c.service_date)"
            + " RETURNING r.feed, r.agreement, r.route, r.direction, r.service_date, r.marked,"
            + " r.marked_at > now() - $1::interval AS busy";
    /**
     * Taken first and in this order, so that whoever begins a destruction waits until the figures are written, or has
     * begun before they are.
     */
    static final String LOCK =
            "LOCK TABLE route_day, rollup_day, way_day, route_month, evidence_date IN ROW EXCLUSIVE MODE";

    private static final String ROLLED = "UPDATE route_day SET rolled = $6, since = now(), claimed = NULL,"
            + " revision = revision + 1, changed_at = now(), runs = $7, revised = $8, silences = $9,"
            + " schedule = $10"
            + " WHERE feed = $1 AND agreement = $2 AND route = $3 AND direction = $4 AND service_date = $5"
            // Another instance may have reckoned later marks already, or its runs were deleted while they were read.
            + " AND rolled < $6 AND" + Marks.open("route_day")
            + " AND NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $2)";
    private static final String OF_THE_DAY =
            " WHERE feed = $1 AND agreement = $2 AND route = $3 AND direction = $4 AND service_date = $5";
    private static final String CLEAR = "DELETE FROM rollup_day" + OF_THE_DAY;
    private static final String CLEAR_WAYS = "DELETE FROM way_day" + OF_THE_DAY;
    private static final String INSERT_WAY =
            "INSERT INTO way_day (feed, agreement, route, direction, service_date, way, times)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private static final String INSERT =
            "INSERT INTO rollup_day (feed, agreement, route, direction, service_date, kind, place, sheet)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String REDRAWN =
            "UPDATE reference_layer_change SET reckoned = changes WHERE reckoned <> changes";
    private static final String WAITING =
            "SELECT feed, extract(epoch FROM now() - min(since))::double precision AS seconds"
                    + " FROM route_day WHERE marked <> rolled AND route <> '' AND" + Marks.open("route_day")
                    + " GROUP BY feed";
    private static final String MARK_ALL = Marks.days(Marks.open("route_day"));
    private static final String MARK_MONTH =
            Marks.mark("route_month", "feed, agreement, route, direction, month", "$1, $2, $3, $4::smallint, $5::date");

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
     * @param busy whether it still changes, so that it will have to be reckoned again
     */
    record Claim(RouteDate of, long mark, boolean busy) {}

    /**
     * Claims days of routes whose marks have rested for a while, or that have waited for long.
     *
     * @param quiet how long a mark has to rest
     * @param every how long a day that is marked again and again waits
     * @param scheduled feeds that have a schedule
     */
    Uni<List<Claim>> claim(Duration quiet, Duration every, int most, Set<FeedId> scheduled) {
        return claim(quiet, every, most, false, scheduled);
    }

    /** Claims days of whole feeds, likewise. */
    Uni<List<Claim>> claimFeeds(Duration quiet, Duration every, int most, Set<FeedId> scheduled) {
        return claim(quiet, every, most, true, scheduled);
    }

    private Uni<List<Claim>> claim(Duration quiet, Duration every, int most, boolean feeds, Set<FeedId> scheduled) {
        return database.preparedQuery(CLAIM)
                .execute(Tuple.of(interval(quiet), interval(every), most, feeds).addArrayOfString(names(scheduled)))
                .map(rows -> {
                    List<Claim> claims = new ArrayList<>();
                    rows.forEach(row -> claims.add(
                            new Claim(RunStore.routeDate(row), row.getLong("marked"), row.getBoolean("busy"))));
                    return claims;
                });
    }

    /** Marks all days that still have their runs, where corridors or areas were drawn anew since the last time. */
    Uni<Void> markRedrawn() {
        return database.withTransaction(tx -> tx.query(REDRAWN)
                .execute()
                .chain(changed -> changed.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : tx.query(MARK_ALL).execute().replaceWithVoid()));
    }

    /** Seconds that the oldest change of a feed waits to be in its figures, for each that has days to be reckoned. */
    Uni<SortedMap<String, Double>> waiting() {
        return database.query(WAITING).execute().map(rows -> {
            SortedMap<String, Double> waiting = new TreeMap<>();
            rows.forEach(row -> waiting.put(row.getString("feed"), row.getDouble("seconds")));
            return waiting;
        });
    }

    /** The longest of some feeds; 0 where none waits. */
    static double longest(Map<String, Double> waiting, Set<FeedId> of) {
        return of.stream()
                .mapToDouble(feed -> waiting.getOrDefault(feed.value(), 0.0))
                .max()
                .orElse(0);
    }

    static String[] names(Set<FeedId> feeds) {
        return feeds.stream().map(FeedId::value).toArray(String[]::new);
    }

    static io.vertx.pgclient.data.Interval interval(Duration duration) {
        return io.vertx.pgclient.data.Interval.of(
                0, 0, 0, 0, 0, (int) duration.toSeconds(), duration.toMillisPart() * 1_000);
    }

    /**
     * What a day gives.
     *
     * @param ways by id
     * @param runs how many it was made of
     * @param revised how many of those were changed by positions that came late
     * @param silences of the whole feed: begins and ends in turn; null for a route
     * @param schedule the version that said what was to run
     */
    record Reckoned(
            Map<Place, DaySheet> sheets,
            Map<String, WayTimes> ways,
            int runs,
            int revised,
            Double[] silences,
            String schedule) {
        static Reckoned of(
                Map<Place, DaySheet> sheets,
                Map<String, WayTimes> ways,
                List<TripRun> runs,
                Double[] silences,
                String schedule) {
            int revised = (int) runs.stream().filter(run -> run.revision() > 0).count();
            return new Reckoned(sheets, ways, runs.size(), revised, silences, schedule);
        }
    }

    /** Replaces all figures of a route's day, unless later ones are there. */
    Uni<Void> replace(Claim claim, Reckoned made) {
        return partitions(claim)
                .chain(() -> database.withTransaction(tx -> tx.query(LOCK)
                        .execute()
                        .chain(() -> FeedDayStore.mark(tx, claim.of()))
                        .chain(() -> write(tx, claim, made))))
                .replaceWithVoid();
    }

    /** Makes the partitions that a day is written into, where they are missing. */
    Uni<Void> partitions(Claim claim) {
        YearMonth month = YearMonth.from(claim.of().date());
        return months.make(TABLE, month).chain(() -> months.make(WAYS, month));
    }

    /** Writes a day's figures, unless later ones are there; says whether it did. */
    static Uni<Boolean> write(SqlConnection tx, Claim claim, Reckoned made) {
        RouteDate day = claim.of();
        List<Tuple> sheets = new ArrayList<>(made.sheets().size());
        made.sheets().forEach((place, sheet) -> sheets.add(row(day, place, Buffer.buffer(DaySheetCodec.write(sheet)))));
        List<Tuple> ways = new ArrayList<>(made.ways().size());
        made.ways()
                .forEach((way, times) ->
                        ways.add(RunStore.tuple(day).addString(way).addBuffer(Buffer.buffer(times.toBytes()))));
        return tx.preparedQuery(ROLLED)
                .execute(rolled(claim, made))
                .chain(done -> done.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : replace(tx, CLEAR, INSERT, day, sheets)
                                .chain(() -> replace(tx, CLEAR_WAYS, INSERT_WAY, day, ways))
                                .chain(() -> tx.preparedQuery(MARK_MONTH).execute(RunStore.tuple(day.month())))
                                .chain(() -> EvidenceStore.mark(tx, day))
                                .replaceWith(true));
    }

    private static Tuple rolled(Claim claim, Reckoned made) {
        return RunStore.tuple(claim.of())
                .addLong(claim.mark())
                .addInteger(made.runs())
                .addInteger(made.revised())
                .addArrayOfDouble(made.silences())
                .addString(made.schedule());
    }

    private static Uni<Void> replace(SqlConnection tx, String clear, String insert, RouteDate day, List<Tuple> rows) {
        return tx.preparedQuery(clear)
                .execute(RunStore.tuple(day))
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : tx.preparedQuery(insert).executeBatch(rows))
                .replaceWithVoid();
    }

    private static Tuple row(RouteDate day, Place place, Buffer sheet) {
        return RunStore.tuple(day)
                .addShort((short) place.kind().ordinal())
                .addString(place.id())
                .addBuffer(sheet);
    }
}
