package org.weir.dashboard.schedule.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weir.schemas.id.FeedId;

/** Archives in PostgreSQL, one row for each feed and version; and when each was imported. */
@ApplicationScoped
public class ScheduleStore {
    private static final String IMPORTS = "SELECT feed, version, imported_at FROM (SELECT feed, version, imported_at,"
            + " dense_rank() OVER (PARTITION BY feed ORDER BY latest DESC, version DESC) AS age"
            + " FROM (SELECT feed, version, imported_at, max(imported_at) OVER (PARTITION BY feed, version) AS latest"
            + " FROM schedule_import) AS dated) AS aged WHERE age <= $1 ORDER BY feed, imported_at, version";
    private static final String ARCHIVE = "SELECT archive FROM schedule WHERE feed = $1 AND version = $2";
    private static final String KEEP = "INSERT INTO schedule (feed, version, archive) VALUES ($1, $2, $3)"
            + " ON CONFLICT (feed, version) DO NOTHING";
    /** The database's clock is the same for all instances. */
    private static final String IMPORT = "INSERT INTO schedule_import (feed, version, imported_at)"
            + " SELECT $1, $2, clock_timestamp() WHERE $2 IS DISTINCT FROM (SELECT version FROM schedule_import"
            + " WHERE feed = $1 ORDER BY imported_at DESC, version DESC LIMIT 1)";

    private final Pool database;

    ScheduleStore(Pool database) {
        this.database = database;
    }

    /** A moment from which a version was its feed's newest. */
    record Import(FeedId feed, String version, Instant at) {}

    /** All imports of each feed's newest versions, to so many of each feed, feed by feed and the oldest first. */
    Uni<List<Import>> imports(int ofEach) {
        return database.preparedQuery(IMPORTS).execute(Tuple.of(ofEach)).map(ScheduleStore::imports);
    }

    Uni<byte[]> archive(FeedId feed, String version) {
        return database.preparedQuery(ARCHIVE)
                .execute(Tuple.of(feed.value(), version))
                .map(rows -> rows.iterator().next().getBuffer("archive").getBytes());
    }

    /** Keeps an archive and makes it the newest, where it is not already. */
    Uni<Void> keep(FeedId feed, String version, byte[] zip) {
        return database.withTransaction(tx -> tx.preparedQuery(KEEP)
                .execute(Tuple.of(feed.value(), version, Buffer.buffer(zip)))
                .chain(() -> tx.preparedQuery(IMPORT).execute(Tuple.of(feed.value(), version)))
                .replaceWithVoid());
    }

    private static List<Import> imports(RowSet<Row> rows) {
        List<Import> imports = new ArrayList<>();
        for (Row row : rows) {
            imports.add(new Import(
                    FeedId.of(row.getString("feed")),
                    row.getString("version"),
                    row.getOffsetDateTime("imported_at").toInstant()));
        }
        return imports;
    }
}
