package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Ends what an agreement lets the recipient keep: single runs, once the newest of their day came in longer ago than the
 * agreement's term. Their figures, in which no vehicle stands alone, stay until the agreement ends.
 */
@ApplicationScoped
public class AgreedTerm {
    /** The first by its key: without an order, a whole month may be read for it. */
    private static final String FIRST = " ORDER BY r.trip LIMIT 1)";

    private static final String RUN_OF_IT =
            " FROM trip_run r WHERE (r.feed, r.agreement, r.service_date) = (d.feed, d.agreement, d.service_date)";
    /**
     * By when the runs themselves came in: their day is marked also where corridors are drawn anew. It looks into the large
     * table a day at a time and no further than the first run that is new, which of a live day is the first of all.
     */
    private static final String CLOSE = "INSERT INTO closed_day (feed, agreement, service_date, closed_at)"
            + " SELECT feed, agreement, service_date, now()"
            + " FROM (SELECT DISTINCT feed, agreement, service_date FROM route_day WHERE agreement = $1) d"
            + " WHERE" + Marks.open("d")
            + " AND coalesce((SELECT false" + RUN_OF_IT + " AND r.changed_at >= $2" + FIRST
            + ", (SELECT true" + RUN_OF_IT + FIRST + ", false)"
            + " ON CONFLICT DO NOTHING";
    /** Also what slipped in while its day was being closed. */
    private static final String DELETE = "DELETE FROM trip_run r USING closed_day c WHERE c.agreement = $1"
            + " AND r.feed = c.feed AND r.agreement = c.agreement AND r.service_date = c.service_date";

    private static final String CLOSED =
            "SELECT 1 FROM closed_day WHERE feed = $1 AND agreement = $2 AND service_date = $3";

    private final Pool database;

    AgreedTerm(Pool database) {
        this.database = database;
    }

    /**
     * Closes an agreement's days and deletes their runs.
     *
     * @param before what came before this moment has been kept for the whole term
     * @return how many runs were deleted
     */
    Uni<Integer> end(String agreement, Instant before) {
        return database.withTransaction(tx -> close(tx, agreement, before)
                .chain(() -> tx.preparedQuery(DELETE).execute(Tuple.of(agreement)))
                .map(deleted -> deleted.rowCount()));
    }

    private static Uni<Void> close(SqlConnection tx, String agreement, Instant before) {
        return tx.preparedQuery(CLOSE)
                .execute(Tuple.of(agreement, OffsetDateTime.ofInstant(before, ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Whether the runs of a day are not kept any more. */
    Uni<Boolean> isOver(String feed, String agreement, LocalDate date) {
        return database.preparedQuery(CLOSED)
                .execute(Tuple.of(feed, agreement, date))
                .map(rows -> rows.size() > 0);
    }
}
