package org.weir.consent.ledger.tree;

/** Where tiles come from. */
@FunctionalInterface
public interface Tiles {
    /**
     * The hashes of a tile, one behind the other, as many as there are.
     *
     * @throws IllegalStateException where there is no such tile
     */
    byte[] hashes(TileId tile);

    /**
     * The hash of a perfect subtree.
     *
     * @throws IllegalStateException where its tile is missing or ends before it
     */
    default byte[] hash(Node node) {
        byte[] tile = hashes(node.tile());
        int from = node.firstInTile() * TreeHash.BYTES;
        int to = from + (TreeHash.BYTES << node.heightInTile());
        if (tile.length < to) {
            throw new IllegalStateException("The ledger's tile " + node.tile() + " is incomplete.");
        }
        return TreeHash.fold(tile, from, to);
    }
}
