package org.weir.dashboard.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Drops partitions of months that are over and in which nothing has changed for long enough: the month of a recording
 * that was replayed today is not old.
 */
@ApplicationScoped
public class OldMonths {
    private static final String PARTITIONS = "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            + " WHERE i.inhparent = $1::regclass ORDER BY c.relname";
    private static final String RUNS_CHANGED =
            "SELECT 1 FROM trip_run WHERE service_date >= $1 AND service_date < $2 AND changed_at >= $3 LIMIT 1";
    private static final String DAYS_CHANGED =
            "SELECT 1 FROM route_day WHERE service_date >= $1 AND service_date < $2 AND changed_at >= $3 LIMIT 1";

    private static final String EVIDENCE_CHANGED =
            "SELECT 1 FROM evidence_date WHERE service_date >= $1 AND service_date < $2 AND changed_at >= $3 LIMIT 1";

    private final Pool database;
    private final Months months;

    /**
     * A table in one partition a month.
     *
     * @param changed whether something of some dates, from the first to before the second, changed since a moment
     */
    record Kept(String table, String changed) {
        static final Kept RUNS = new Kept(RunStore.TABLE, RUNS_CHANGED);
        static final Kept DAYS = new Kept(RollupStore.TABLE, DAYS_CHANGED);
        static final Kept WAYS = new Kept(RollupStore.WAYS, DAYS_CHANGED);
        static final Kept EVIDENCE = new Kept(EvidenceStore.TABLE, EVIDENCE_CHANGED);
        static final List<Kept> ALL = List.of(RUNS, DAYS, WAYS, EVIDENCE);
    }

    OldMonths(Pool database, Months months) {
        this.database = database;
        this.months = months;
    }

    /** Drops the runs of months that ended, and last changed, before a moment; says which. */
    Uni<List<YearMonth>> dropRuns(Instant before) {
        return drop(Kept.RUNS, before, this::dropRuns);
    }

    /** Drops the figures of single days of such months. */
    Uni<List<YearMonth>> dropDays(Instant before) {
        return drop(Kept.DAYS, before, this::dropDays);
    }

    /** Drops the cells of 25 m of such months. */
    Uni<List<YearMonth>> dropWays(Instant before) {
        return drop(Kept.WAYS, before, (tx, month) -> dropPartition(tx, RollupStore.WAYS, month));
    }

    /** Drops the evidence of such months, sums and all: a ranking needs its single dates. */
    Uni<List<YearMonth>> dropEvidence(Instant before) {
        return drop(Kept.EVIDENCE, before, this::dropEvidence);
    }

    private Uni<Void> dropEvidence(SqlConnection tx, YearMonth month) {
        Tuple first = Tuple.of(month.atDay(1));
        return tx.preparedQuery("DELETE FROM evidence_date WHERE service_date >= $1 AND service_date < $2")
                .execute(Tuple.of(month.atDay(1), month.plusMonths(1).atDay(1)))
                .chain(() -> tx.preparedQuery("DELETE FROM evidence_month WHERE month = $1")
                        .execute(first))
                .chain(() -> tx.preparedQuery("DELETE FROM evidence_sum WHERE month = $1")
                        .execute(first))
                .chain(() -> dropPartition(tx, EvidenceStore.TABLE, month));
    }

    private Uni<Void> dropRuns(SqlConnection tx, YearMonth month) {
        return tx.preparedQuery("INSERT INTO closed_month (month, closed_at) VALUES ($1, now()) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(month.atDay(1)))
                .chain(() -> dropPartition(tx, RunStore.TABLE, month));
    }

    private Uni<Void> dropDays(SqlConnection tx, YearMonth month) {
        return tx.preparedQuery("DELETE FROM route_day WHERE service_date >= $1 AND service_date < $2")
                .execute(Tuple.of(month.atDay(1), month.plusMonths(1).atDay(1)))
                .chain(() -> dropPartition(tx, RollupStore.TABLE, month));
    }

    private static Uni<Void> dropPartition(SqlConnection tx, String table, YearMonth month) {
        return tx.query("DROP TABLE IF EXISTS " + Months.name(table, month))
                .execute()
                .replaceWithVoid();
    }

    private Uni<List<YearMonth>> drop(Kept kept, Instant before, BiFunction<SqlConnection, YearMonth, Uni<Void>> drop) {
        return leftAlone(kept, before)
                .onItem()
                .transformToMulti(over -> Multi.createFrom().iterable(over))
                .onItem()
                .transformToUniAndConcatenate(month ->
                        database.withTransaction(tx -> drop.apply(tx, month)).replaceWith(month))
                .collect()
                .asList()
                .invoke(months::lookAgain);
    }

    /** Which months ended, and last changed, before a moment, of those that are there. */
    Uni<List<YearMonth>> leftAlone(Kept kept, Instant before) {
        LocalDate day = LocalDate.ofInstant(before, ZoneOffset.UTC);
        return database.preparedQuery(PARTITIONS)
                .execute(Tuple.of(kept.table()))
                .map(rows -> {
                    List<YearMonth> over = new ArrayList<>();
                    rows.forEach(row -> over.add(month(kept.table(), row.getString("relname"))));
                    over.removeIf(month -> month.plusMonths(1).atDay(1).isAfter(day));
                    return over;
                })
                .onItem()
                .transformToMulti(over -> Multi.createFrom().iterable(over))
                .onItem()
                .transformToUniAndConcatenate(
                        month -> unchanged(kept, month, before).map(unchanged -> Map.entry(month, unchanged)))
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect()
                .asList();
    }

    /** Whether nothing of a month changed since a moment. */
    Uni<Boolean> unchanged(Kept kept, YearMonth month, Instant since) {
        Tuple parameters =
                Tuple.of(month.atDay(1), month.plusMonths(1).atDay(1), OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
        return database.preparedQuery(kept.changed()).execute(parameters).map(rows -> rows.size() == 0);
    }

    private static YearMonth month(String table, String partition) {
        String[] parts = partition.substring(table.length() + 1).split("_");
        return YearMonth.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
