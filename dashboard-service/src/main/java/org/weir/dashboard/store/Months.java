package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Partitions of tables by month of service date: made where they are missing, never for a month that was closed. */
@ApplicationScoped
public class Months {
    /** Fewer are read at once however the planner goes about it. */
    private static final int SURVEYED = 500;

    private final Pool database;
    private final Map<String, Integer> grown = new ConcurrentHashMap<>();
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    Months(Pool database) {
        this.database = database;
    }

    /** Makes a table's partition where it is missing. */
    Uni<Void> make(String table, YearMonth month) {
        String name = name(table, month);
        if (there.contains(name)) {
            return Uni.createFrom().voidItem();
        }
        // Names and dates of our own making; DDL takes no parameters.
        return database.query("CREATE TABLE IF NOT EXISTS " + name + " PARTITION OF " + table + " FOR VALUES FROM ('"
                        + month.atDay(1) + "') TO ('" + month.plusMonths(1).atDay(1) + "')")
                .execute()
                .invoke(() -> there.add(name))
                .replaceWithVoid();
    }

    /**
     * Has statistics gathered of a partition that some rows came into, once. The server does so by itself within a minute
     * or two; until then every index looks as good as another, and a look-up by key may read a whole day for each row.
     */
    Uni<Void> surveyGrown(String table, YearMonth month, int rows) {
        int now = grown.merge(name(table, month), rows, Integer::sum);
        return now < SURVEYED || now - rows >= SURVEYED
                ? Uni.createFrom().voidItem()
                : database.query("ANALYZE " + name(table, month)).execute().replaceWithVoid();
    }

    /** Whether the runs of a month were dropped. */
    Uni<Boolean> closed(YearMonth month) {
        return database.preparedQuery("SELECT 1 FROM closed_month WHERE month = $1")
                .execute(Tuple.of(month.atDay(1)))
                .map(rows -> rows.size() > 0);
    }

    /** What was there may be gone: another instance may have dropped it. */
    void lookAgain() {
        there.clear();
    }

    static String name(String table, YearMonth month) {
        return "%s_%04d_%02d".formatted(table, month.getYear(), month.getMonthValue());
    }
}
