package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.id.FeedId;

/**
 * Marks days that were reckoned by one version of their feed's schedule, and for which an import since says that another
 * holds. For one thread.
 */
@ApplicationScoped
class ReplannedDays {
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private static final String RECKONED = "SELECT DISTINCT service_date, schedule FROM route_day WHERE feed = $1"
            + " AND schedule IS NOT NULL AND" + Marks.open("route_day");
    private static final String MARK = Marks.days(" feed = $1 AND (service_date, schedule)"
            + " IN (SELECT * FROM unnest($2::date[], $3::text[])) AND" + Marks.open("route_day"));

    private final Pool database;
    private final Map<FeedId, ScheduleBook> compared = new HashMap<>();

    ReplannedDays(Pool database) {
        this.database = database;
    }

    /** Compares the days of feeds whose books are others than the last time; at first of all. */
    void mark(Collection<ScheduleBook> books) {
        for (ScheduleBook book : books) {
            if (compared.get(book.feed()) != book) {
                mark(book).await().atMost(PATIENCE);
                compared.put(book.feed(), book);
            }
        }
    }

    private Uni<Void> mark(ScheduleBook book) {
        return database.preparedQuery(RECKONED)
                .execute(Tuple.of(book.feed().value()))
                .map(rows -> replanned(book, rows))
                .chain(days -> days == null
                        ? Uni.createFrom().voidItem()
                        : database.preparedQuery(MARK).execute(days).replaceWithVoid());
    }

    /** Feed, dates and the versions that they were reckoned by; null where there are none. */
    private static Tuple replanned(ScheduleBook book, RowSet<Row> reckoned) {
        List<LocalDate> dates = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        for (Row row : reckoned) {
            LocalDate date = row.getLocalDate("service_date");
            String by = row.getString("schedule");
            // The right one may be too old to be in the book: then the one that stands in is worse.
            if (book.version(by) != null && !book.on(date).version().equals(by)) {
                dates.add(date);
                versions.add(by);
            }
        }
        return dates.isEmpty()
                ? null
                : Tuple.of(book.feed().value())
                        .addArrayOfLocalDate(dates.toArray(LocalDate[]::new))
                        .addArrayOfString(versions.toArray(String[]::new));
    }
}
