package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.weir.dashboard.movement.TripRun;

/**
 * All runs of a feed in pages, each found by the last key of the one before. Between pages nothing is held: no
 * transaction stays open, and no connection is taken, while somebody reads slowly.
 */
@ApplicationScoped
public class RunPages {
    private static final int PAGE = 200;
    private static final String AFTER = "SELECT " + RunRow.COLUMNS + " FROM trip_run WHERE feed = $1 AND agreement = $2"
            + " AND service_date = $3 AND (trip, vehicle) > ($4, $5) ORDER BY trip, vehicle LIMIT " + PAGE;

    private final Pool database;

    RunPages(Pool database) {
        this.database = database;
    }

    /** The runs of a service date that follow one of them; the first where it is null; none where it is the last. */
    public Uni<List<TripRun>> after(String feed, String agreement, LocalDate date, TripRun last) {
        Tuple key = Tuple.of(
                feed,
                agreement,
                date,
                last == null ? "" : last.key().trip(),
                last == null ? "" : last.key().vehicle());
        return database.preparedQuery(AFTER).execute(key).map(RunRow::read);
    }
}
