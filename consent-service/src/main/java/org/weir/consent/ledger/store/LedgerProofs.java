package org.weir.consent.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weir.consent.ledger.tree.Node;
import org.weir.consent.ledger.tree.Path;
import org.weir.consent.ledger.tree.Subtree;
import org.weir.consent.ledger.tree.TileId;
import org.weir.consent.ledger.tree.Tiles;

/** Proves things of the log, from a handful of tiles read in one statement. Waits for the database. */
@ApplicationScoped
public class LedgerProofs {
    private final LedgerLog log;

    public LedgerProofs(LedgerLog log) {
        this.log = log;
    }

    /** That a leaf of that hash stands at that index of the tree of that size and root. */
    public record Inclusion(long index, long size, byte[] leaf, byte[] root, List<byte[]> path) {}

    /** That the tree of the one size and root is the beginning of the other. */
    public record Consistency(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> path) {}

    /** @throws IllegalArgumentException where there is no such leaf in a tree of that size */
    public Inclusion inclusion(long index, long size) {
        Path path = Path.ofInclusion(index, size);
        Subtree whole = Subtree.whole(size);
        Subtree leaf = new Subtree(index, index + 1);
        Tiles tiles = tiles(path, whole, leaf);
        return new Inclusion(index, size, leaf.hash(tiles), whole.hash(tiles), path.hashes(tiles));
    }

    /** @throws IllegalArgumentException where the sizes are not in order */
    public Consistency consistency(long from, long to) {
        Path path = Path.ofConsistency(from, to);
        Subtree before = Subtree.whole(from);
        Subtree whole = Subtree.whole(to);
        Tiles tiles = tiles(path, before, whole);
        return new Consistency(from, to, before.hash(tiles), whole.hash(tiles), path.hashes(tiles));
    }

    private Tiles tiles(Path path, Subtree... more) {
        Set<TileId> wanted = new HashSet<>(path.tiles());
        for (Subtree each : more) {
            each.nodes().stream().map(Node::tile).forEach(wanted::add);
        }
        return log.tiles(wanted);
    }
}
