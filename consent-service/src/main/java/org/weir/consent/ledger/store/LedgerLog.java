package org.weir.consent.ledger.store;

import static org.weir.consent.ledger.store.Database.run;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weir.consent.ledger.LeafBundle;
import org.weir.consent.ledger.LogBatch;
import org.weir.consent.ledger.tree.GrowingTree;
import org.weir.consent.ledger.tree.TileId;
import org.weir.consent.ledger.tree.Tiles;
import org.weir.consent.ledger.tree.TreeHash;
import org.weir.schemas.id.FeedId;

/** Keeps the Merkle log: leaves, tiles, and how far the topic is in it. Waits for the database. */
@ApplicationScoped
public class LedgerLog {
    private static final String LEAVES =
            """
            insert into ledger_leaves (first, leaves, entries)
            select * from unnest($1::bigint[], $2::int[], $3::bytea[])
            """;
    private static final String TILES =
            """
            insert into ledger_tile (level, index, hashes)
            select * from unnest($1::int[], $2::bigint[], $3::bytea[])
            on conflict (level, index) do update set hashes = excluded.hashes
            """;
    /** Begins with the row that holds the first leaf asked for. */
    private static final String READ =
            """
            select first, entries from ledger_leaves
            where first >= (select max(first) from ledger_leaves where first <= $1) and first < $2 order by first
            """;

    private final Database database;
    private final LedgerSums sums;

    public LedgerLog(Database database, LedgerSums sums) {
        this.database = database;
        this.sums = sums;
    }

    /**
     * How far the log reaches.
     *
     * @param size how many leaves
     * @param nextOffset the topic's first offset that is not in it
     */
    public record Reach(long size, long nextOffset) {}

    public Reach reach() {
        return database.directly(LedgerLog::reach);
    }

    static Reach reach(SqlClient client) {
        Row row = run(client, "select size, next_offset from ledger_log")
                .iterator()
                .next();
        return new Reach(row.getLong(0), row.getLong(1));
    }

    /** The tree as it stands, ready to grow. */
    public GrowingTree tree(long size) {
        return GrowingTree.of(size, tiles(GrowingTree.edgeTiles(size)));
    }

    /**
     * Appends a batch, with its sums, or nothing at all where another process was here first: then {@link #reach} says
     * something else than before, and the tree is to be loaded anew. So it is after an exception.
     *
     * @param tree of the size that the log has; it grows
     * @return whether the batch was appended
     */
    public boolean append(GrowingTree tree, LogBatch batch, Function<FeedId, ZoneId> zones) {
        long size = tree.size();
        List<byte[]> leaves = batch.leaves().stream().map(LogBatch.Leaf::bytes).toList();
        Map<TileId, byte[]> tiles =
                tree.append(leaves.stream().map(TreeHash::leaf).toList());
        return database.inTransaction(connection -> {
            boolean first = run(
                                    connection,
                                    "update ledger_log set size = $3, next_offset = $4 where size = $1 and next_offset = $2",
                                    size,
                                    batch.from(),
                                    tree.size(),
                                    batch.to())
                            .rowCount()
                    == 1;
            if (first) {
                keepLeaves(connection, LeafBundle.cut(size, leaves));
                keepTiles(connection, tiles);
                sums.add(connection, batch, zones);
            }
            return first;
        });
    }

    /** The bytes of leaves, from one index on, as many as asked for and there are. */
    public List<byte[]> leaves(long from, int count) {
        List<byte[]> leaves = new ArrayList<>(count);
        for (Row row : database.run(READ, from, from + count)) {
            LeafBundle bundle = LeafBundle.read(row.getLong(0), row.getBuffer(1).getBytes());
            for (int n = 0; n < bundle.leaves().size(); n++) {
                long index = bundle.first() + n;
                if (index >= from && index < from + count) {
                    leaves.add(bundle.leaves().get(n));
                }
            }
        }
        return leaves;
    }

    /** Reads tiles, all in one statement. */
    public Tiles tiles(Collection<TileId> wanted) {
        return database.directly(client -> tiles(client, wanted));
    }

    static Tiles tiles(SqlClient client, Collection<TileId> wanted) {
        Map<TileId, byte[]> tiles = new HashMap<>();
        Integer[] levels = wanted.stream().map(TileId::level).toArray(Integer[]::new);
        Long[] indexes = wanted.stream().map(TileId::index).toArray(Long[]::new);
        run(
                        client,
                        """
                        select level, index, hashes from ledger_tile
                        join unnest($1::int[], $2::bigint[]) as wanted (level, index) using (level, index)
                        """,
                        levels,
                        indexes)
                .forEach(row -> tiles.put(
                        new TileId(row.getInteger(0), row.getLong(1)),
                        row.getBuffer(2).getBytes()));
        return tile -> {
            byte[] hashes = tiles.get(tile);
            if (hashes == null) {
                throw new IllegalStateException("The ledger's tile " + tile + " is missing.");
            }
            return hashes;
        };
    }

    private static void keepLeaves(SqlConnection connection, List<LeafBundle> bundles) {
        run(
                connection,
                LEAVES,
                bundles.stream().map(LeafBundle::first).toArray(Long[]::new),
                bundles.stream().map(b -> b.leaves().size()).toArray(Integer[]::new),
                bundles.stream().map(b -> Buffer.buffer(b.bytes())).toArray(Buffer[]::new));
    }

    static void keepTiles(SqlConnection connection, Map<TileId, byte[]> tiles) {
        run(
                connection,
                TILES,
                tiles.keySet().stream().map(TileId::level).toArray(Integer[]::new),
                tiles.keySet().stream().map(TileId::index).toArray(Long[]::new),
                tiles.values().stream().map(Buffer::buffer).toArray(Buffer[]::new));
    }
}
