package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.weir.dashboard.measure.Silence;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.ServicePlan;

/**
 * Days of whole feeds in PostgreSQL: rows of the routes' tables, under a route without a name. Whoever changes rows of
 * {@code route_day} takes the whole feed's first and then the routes' in one order, so that nobody waits in a ring.
 */
@ApplicationScoped
class FeedDayStore {
    private static final String ONE = " WHERE feed = $1 AND agreement = $2 AND route = '' AND service_date = $3";

    /** Says whether it is a new one. */
    private static final String MARK = Marks.FEED_DAY + " RETURNING xmax = 0 AS is_new";
    /** The last day before a new one is over now. */
    private static final String MARK_BEFORE =
            "UPDATE route_day r SET " + Marks.AGAIN + " WHERE feed = $1 AND agreement = $2 AND route = ''"
                    + " AND service_date = (SELECT max(service_date) FROM route_day WHERE feed = $1 AND agreement = $2"
                    + " AND route = '' AND service_date < $3)";

    private static final String SILENCES = "SELECT silences FROM route_day" + ONE;
    private static final String IS_OVER = "SELECT EXISTS (SELECT 1 FROM route_day WHERE feed = $1 AND agreement = $2"
            + " AND route = '' AND service_date > $3) AS is_over";
    private static final String MARK_ROUTES = Marks.days(" feed = $1 AND agreement = $2 AND service_date = $3");
    private static final String RUNS = "SELECT " + RunRow.COLUMNS
            + " FROM trip_run WHERE feed = $1 AND agreement = $2 AND service_date = $3 ORDER BY trip, vehicle";

    private final Pool database;
    private final RollupStore rollups;

    FeedDayStore(Pool database, RollupStore rollups) {
        this.database = database;
        this.rollups = rollups;
    }

    private static Tuple tuple(RouteDate day) {
        return Tuple.of(day.feed(), day.agreement(), day.date());
    }

    /** Marks the day of a route's whole feed. */
    static Uni<Void> mark(SqlConnection tx, RouteDate day) {
        return tx.preparedQuery(MARK)
                .execute(tuple(day))
                .chain(marked -> marked.size() > 0 && marked.iterator().next().getBoolean("is_new")
                        ? tx.preparedQuery(MARK_BEFORE).execute(tuple(day)).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** All runs of a service date, without their knots. */
    Uni<List<TripRun>> runs(RouteDate day) {
        return database.preparedQuery(RUNS).execute(tuple(day)).map(RunRow::readVisits);
    }

    /** Whether something of a later date was heard. */
    Uni<Boolean> isOver(RouteDate day) {
        return database.preparedQuery(IS_OVER)
                .execute(tuple(day))
                .map(rows -> rows.iterator().next().getBoolean("is_over"));
    }

    /** When the feed said nothing on that date. */
    Uni<List<Silence>> silences(RouteDate day) {
        return database.preparedQuery(SILENCES).execute(tuple(day)).map(rows -> {
            Double[] turns = turns(rows);
            List<Silence> silences = new ArrayList<>(turns.length / 2);
            for (int i = 0; i < turns.length; i += 2) {
                silences.add(new Silence(turns[i], turns[i + 1]));
            }
            return silences;
        });
    }

    static Double[] turns(List<Silence> silences) {
        Double[] turns = new Double[2 * silences.size()];
        for (int i = 0; i < silences.size(); i++) {
            turns[2 * i] = silences.get(i).from();
            turns[2 * i + 1] = silences.get(i).to();
        }
        return turns;
    }

    private static Double[] turns(RowSet<Row> rows) {
        for (Row row : rows) {
            Double[] turns = row.getArrayOfDoubles("silences");
            return turns == null ? new Double[0] : turns;
        }
        return new Double[0];
    }

    /**
     * Replaces a feed's day, marks the routes that were to run, and all of them where the silences are others.
     *
     * @param planned routes with trips that should have begun
     */
    Uni<Void> replace(RollupStore.Claim claim, RollupStore.Reckoned made, Collection<ServicePlan.Line> planned) {
        return rollups.partitions(claim)
                .chain(() -> database.withTransaction(tx -> tx.query(RollupStore.LOCK)
                        .execute()
                        .chain(() -> tx.preparedQuery(SILENCES + " FOR UPDATE").execute(tuple(claim.of())))
                        .map(FeedDayStore::turns)
                        .chain(before -> RollupStore.write(tx, claim, made)
                                .chain(written -> written
                                        ? mark(tx, claim.of(), planned, !Arrays.equals(before, made.silences()))
                                        : Uni.createFrom().voidItem()))));
    }

    private static Uni<Void> mark(
            SqlConnection tx, RouteDate day, Collection<ServicePlan.Line> planned, boolean everyRoute) {
        Uni<Void> marked = everyRoute
                ? tx.preparedQuery(MARK_ROUTES).execute(tuple(day)).replaceWithVoid()
                : Uni.createFrom().voidItem();
        List<Tuple> lines = planned.stream()
                .sorted()
                .map(line -> Tuple.of(day.feed(), day.agreement(), line.route(), (short) line.direction(), day.date()))
                .toList();
        return lines.isEmpty()
                ? marked
                : marked.chain(() -> tx.preparedQuery(Marks.NEW_DAY).executeBatch(lines))
                        .replaceWithVoid();
    }
}
