package org.weir.consent.ledger.store;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.note.LedgerSigner.ContradictsItself;
import org.weir.consent.ledger.note.TreeHead;
import org.weir.consent.ledger.tree.Node;
import org.weir.consent.ledger.tree.Path;
import org.weir.consent.ledger.tree.Subtree;
import org.weir.consent.ledger.tree.TileId;
import org.weir.consent.ledger.tree.Tiles;
import org.weir.schemas.ledger.Checkpoint;

/**
 * Signs what the log holds and publishes it. However many processes do so, one signs at a time, each checkpoint continues
 * the one before, and the newest is published last. For one thread.
 */
public final class Checkpointer {
    private final Database database;
    private final LedgerSigner signer;
    private final Consumer<Checkpoint> topic;
    private final Clock clock;
    private final Checkpoint floor;

    /**
     * For one ledger.
     *
     * @param topic publishes, and returns when that is certain
     * @param floor the newest checkpoint that the topic holds, or null: where the database was brought back from an older
     *     copy, nothing is signed until the log has grown there again, and then only what continues it
     */
    public Checkpointer(
            Database database, LedgerSigner signer, Consumer<Checkpoint> topic, Clock clock, Checkpoint floor) {
        this.database = database;
        this.signer = signer;
        this.topic = topic;
        this.clock = clock;
        this.floor = floor;
    }

    /**
     * Signs where there are leaves that no checkpoint covers.
     *
     * @return the newest checkpoint, or none where there has never been one
     * @throws ContradictsItself where what there is does not continue what was signed; then nothing is signed
     */
    public Optional<Checkpoint> sign() {
        return database.inTransaction(connection -> {
            CheckpointStore.lock(connection);
            Optional<Checkpoint> kept =
                    CheckpointStore.newest(connection, signer.key().name());
            LedgerLog.Reach reach = LedgerLog.reach(connection);
            if (kept.isPresent() && reach.size() < kept.get().size()) {
                throw new ContradictsItself("The ledger has " + reach.size() + " leaves, and "
                        + kept.get().size() + " of them were signed.");
            }
            boolean isSigned = kept.isPresent() && reach.size() == kept.get().size();
            if (reach.size() == 0 || isSigned || floor != null && reach.size() < floor.size()) {
                return kept;
            }
            Checkpoint before = newer(kept.orElse(null), floor);
            Checkpoint next = signed(connection, reach, before);
            CheckpointStore.keep(
                    connection, next, kept.isEmpty() || hour(kept.get().at()).isBefore(hour(next.at())));
            return Optional.of(next);
        });
    }

    /** Publishes the newest checkpoint where the topic does not have it. */
    public void publish() {
        database.inTransaction(connection -> {
            CheckpointStore.lock(connection);
            Optional<Checkpoint> pending =
                    CheckpointStore.pending(connection, signer.key().name());
            pending.ifPresent(checkpoint -> {
                topic.accept(checkpoint);
                CheckpointStore.published(connection, checkpoint);
            });
            return pending;
        });
    }

    private Checkpoint signed(SqlConnection connection, LedgerLog.Reach reach, Checkpoint before) {
        Subtree whole = Subtree.whole(reach.size());
        Path path = Path.ofConsistency(before == null ? 0 : before.size(), reach.size());
        Tiles tiles = LedgerLog.tiles(connection, tiles(whole.nodes(), path.tiles()));
        TreeHead head = new TreeHead(signer.key().name(), reach.size(), whole.hash(tiles));
        String note = signer.sign(head, before == null ? null : before.note(), path.hashes(tiles));
        return new Checkpoint(head.origin(), head.size(), head.rootText(), reach.nextOffset(), clock.instant(), note);
    }

    private static Set<TileId> tiles(List<Node> nodes, Collection<TileId> more) {
        return Stream.concat(nodes.stream().map(Node::tile), more.stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Checkpoint newer(Checkpoint a, Checkpoint b) {
        return a == null || b != null && b.size() > a.size() ? b : a;
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
