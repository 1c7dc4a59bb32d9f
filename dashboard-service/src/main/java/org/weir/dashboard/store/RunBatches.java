package org.weir.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes runs as they were read, and how far, in one transaction. So an instance that was held up and lost its partitions
 * meanwhile notices that somebody has written what is newer.
 */
@ApplicationScoped
class RunBatches {
    /** A batch that ends where, or after, the last one did has the newest value of every run in it. */
    private static final String TAKE = "INSERT INTO run_partition AS p (partition, written_to)"
            + " SELECT partition, written_to FROM unnest($1::integer[], $2::bigint[]) n (partition, written_to)"
            + " ORDER BY partition ON CONFLICT (partition) DO UPDATE SET written_to = EXCLUDED.written_to"
            + " WHERE p.written_to <= EXCLUDED.written_to RETURNING partition";

    private static final String AHEAD =
            "SELECT partition, written_to FROM run_partition WHERE partition = ANY($1::integer[])";
    private static final String FORGET = "DELETE FROM run_partition WHERE (partition, written_to)"
            + " IN (SELECT * FROM unnest($1::integer[], $2::bigint[]))";

    private final Pool database;

    RunBatches(Pool database) {
        this.database = database;
    }

    /**
     * Writes each batch, but none that ends before what was written of its partition.
     *
     * @return of those that were not written: to where their partition was, by partition
     */
    Uni<Map<Integer, Long>> put(List<RunBatch> batches) {
        Map<Integer, Long> ends = new TreeMap<>();
        batches.forEach(each -> ends.put(each.partition(), each.to()));
        return database.withTransaction(tx -> tx.preparedQuery(TAKE)
                .execute(tuple(ends))
                .map(rows -> {
                    Set<Integer> taken = new HashSet<>();
                    rows.forEach(row -> taken.add(row.getInteger("partition")));
                    return taken;
                })
                .chain(taken -> RunStore.put(tx, runs(batches, taken)).chain(() -> ahead(tx, ends, taken))));
    }

    private static Collection<KeptRun> runs(List<RunBatch> batches, Set<Integer> taken) {
        List<KeptRun> runs = new ArrayList<>();
        batches.stream().filter(each -> taken.contains(each.partition())).forEach(each -> runs.addAll(each.runs()));
        return runs;
    }

    private static Uni<Map<Integer, Long>> ahead(SqlConnection tx, Map<Integer, Long> ends, Set<Integer> taken) {
        Integer[] others =
                ends.keySet().stream().filter(each -> !taken.contains(each)).toArray(Integer[]::new);
        return others.length == 0
                ? Uni.createFrom().item(Map.of())
                : tx.preparedQuery(AHEAD)
                        .execute(Tuple.tuple().addArrayOfInteger(others))
                        .map(rows -> {
                            Map<Integer, Long> ahead = new TreeMap<>();
                            rows.forEach(row -> ahead.put(row.getInteger("partition"), row.getLong("written_to")));
                            return ahead;
                        });
    }

    /** Forgets how far partitions were written, where that is what it was: they are read once more. */
    Uni<Void> forget(Map<Integer, Long> writtenTo) {
        return database.preparedQuery(FORGET).execute(tuple(writtenTo)).replaceWithVoid();
    }

    private static Tuple tuple(Map<Integer, Long> byPartition) {
        return Tuple.tuple()
                .addArrayOfInteger(byPartition.keySet().toArray(Integer[]::new))
                .addArrayOfLong(byPartition.values().toArray(Long[]::new));
    }
}
