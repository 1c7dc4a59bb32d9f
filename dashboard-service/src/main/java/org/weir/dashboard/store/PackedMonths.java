package org.weir.dashboard.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Packs what no longer changes. A day's rows are replaced as often as the day changes, and come in an order that is not
 * that of the keys; so the indexes of a month that is over are half empty. They are made anew beside the old ones: who
 * reads or writes meanwhile does not wait.
 */
@ApplicationScoped
public class PackedMonths {
    /** Of several instances one packs. Any number that nobody else takes. */
    static final long ONE = 0x7765_6972_7061_636bL;

    static final String CLAIM = "SELECT pg_try_advisory_lock($1) AS mine";
    static final String RELEASE = "SELECT pg_advisory_unlock($1)";
    private static final String PACKED = "SELECT packed_at FROM packed_table WHERE name = $1";
    private static final String IS_PACKED = "INSERT INTO packed_table (name, packed_at) VALUES ($1, now())"
            + " ON CONFLICT (name) DO UPDATE SET packed_at = excluded.packed_at";
    /** What was being made when a process ended is left behind, and in nobody's use. */
    private static final String LEFT_BEHIND = "SELECT indexrelid::regclass::text AS name FROM pg_index"
            + " WHERE indrelid = $1::regclass AND NOT indisvalid";

    private final Pool database;
    private final OldMonths old;

    PackedMonths(Pool database, OldMonths old) {
        this.database = database;
        this.old = old;
    }

    /** Packs the tables of months that ended, and last changed, before a moment; says which. None where another does. */
    public Uni<List<String>> pack(Instant before) {
        return due(before).chain(names -> names.isEmpty() ? Uni.createFrom().item(names) : alone(names));
    }

    private Uni<List<String>> due(Instant before) {
        YearMonth present = YearMonth.from(before.atOffset(ZoneOffset.UTC));
        return Multi.createFrom()
                .iterable(OldMonths.Kept.ALL)
                .onItem()
                .transformToUniAndConcatenate(
                        kept -> old.leftAlone(kept, before).chain(months -> notPacked(kept, months)))
                .collect()
                .asList()
                .chain(of -> unless("rollup_month", since -> since.isBefore(start(present)))
                        .map(months -> Stream.concat(of.stream().flatMap(List::stream), months.stream())
                                .toList()));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Uni<List<String>> notPacked(OldMonths.Kept kept, List<YearMonth> months) {
        return Multi.createFrom()
                .iterable(months)
                .onItem()
                .transformToUniAndConcatenate(month -> packed(Months.name(kept.table(), month))
                        .chain(at -> at == null ? Uni.createFrom().item(false) : old.unchanged(kept, month, at))
                        .map(packed -> packed ? "" : Months.name(kept.table(), month)))
                .filter(name -> !name.isEmpty())
                .collect()
                .asList();
    }

    private Uni<List<String>> unless(String table, Predicate<Instant> due) {
        return packed(table).map(at -> at == null || due.test(at) ? List.of(table) : List.of());
    }

    private Uni<Instant> packed(String table) {
        return database.preparedQuery(PACKED).execute(Tuple.of(table)).map(rows -> {
            OffsetDateTime at = rows.size() == 0 ? null : rows.iterator().next().getOffsetDateTime("packed_at");
            return at == null ? null : at.toInstant();
        });
    }

    private Uni<List<String>> alone(List<String> names) {
        return database.withConnection(connection -> connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(ONE))
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? each(connection, names)
                                .eventually(
                                        () -> connection.preparedQuery(RELEASE).execute(Tuple.of(ONE)))
                        : Uni.createFrom().item(List.of())));
    }

    private static Uni<List<String>> each(SqlConnection connection, List<String> names) {
        List<String> packed = new ArrayList<>();
        Uni<Void> work = Uni.createFrom().voidItem();
        for (String name : names) {
            work = work.chain(() -> pack(connection, name)).invoke(() -> packed.add(name));
        }
        return work.replaceWith(packed);
    }

    /** Names of our own making; DDL takes no parameters. */
    private static Uni<Void> pack(SqlConnection connection, String name) {
        return connection
                .preparedQuery(LEFT_BEHIND)
                .execute(Tuple.of(name))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> connection
                        .query("DROP INDEX CONCURRENTLY IF EXISTS " + row.getString("name"))
                        .execute())
                .collect()
                .asList()
                .chain(() ->
                        connection.query("REINDEX TABLE CONCURRENTLY " + name).execute())
                .chain(() -> connection.query("VACUUM (ANALYZE) " + name).execute())
                .chain(() -> connection.preparedQuery(IS_PACKED).execute(Tuple.of(name)))
                .replaceWithVoid();
    }
}
