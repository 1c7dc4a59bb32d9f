package org.weir.dashboard.schedule.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.weir.schemas.id.FeedId;

/** Archives in PostgreSQL, one row for each feed and version. */
@ApplicationScoped
public class ScheduleStore {
    private static final String KEPT = "SELECT feed, version, imported_at FROM (SELECT feed, version, imported_at,"
            + " row_number() OVER (PARTITION BY feed ORDER BY imported_at DESC) AS age FROM schedule) AS aged"
            + " WHERE age <= $1 ORDER BY age, feed";
    private static final String ARCHIVE = "SELECT archive FROM schedule WHERE feed = $1 AND version = $2";
    private static final String KEEP = "INSERT INTO schedule (feed, version, imported_at, archive)"
            + " VALUES ($1, $2, $3, $4) ON CONFLICT (feed, version) DO UPDATE SET imported_at = EXCLUDED.imported_at";

    private final Pool database;

    ScheduleStore(Pool database) {
        this.database = database;
    }

    /** A stored version, without its archive. */
    record Version(FeedId feed, String version, Instant importedAt) {}

    /** The newest version of every feed, then the second newest of every feed, to so many. */
    Uni<List<Version>> newest(int ofEach) {
        return database.preparedQuery(KEPT).execute(Tuple.of(ofEach)).map(ScheduleStore::versions);
    }

    Uni<byte[]> archive(Version version) {
        return database.preparedQuery(ARCHIVE)
                .execute(Tuple.of(version.feed().value(), version.version()))
                .map(rows -> rows.iterator().next().getBuffer("archive").getBytes());
    }

    /** Keeps an archive; one that was there becomes the newest again. */
    Uni<Void> keep(FeedId feed, String version, Instant at, byte[] zip) {
        Tuple row = Tuple.of(feed.value(), version, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), Buffer.buffer(zip));
        return database.preparedQuery(KEEP).execute(row).replaceWithVoid();
    }

    private static List<Version> versions(RowSet<Row> rows) {
        List<Version> versions = new ArrayList<>();
        for (Row row : rows) {
            versions.add(new Version(
                    FeedId.of(row.getString("feed")),
                    row.getString("version"),
                    row.getOffsetDateTime("imported_at").toInstant()));
        }
        return versions;
    }
}
