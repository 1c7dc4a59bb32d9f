package org.weir.consent.ledger.tree;

/**
 * A perfect subtree: it has 2^level leaves, the first of them at index · 2^level.
 *
 * @param level 0 for a leaf
 * @param index its place among the subtrees of its level, from the left
 */
public record Node(int level, long index) {
    /** The tile from whose hashes this node's hash follows. */
    public TileId tile() {
        return new TileId(level / TileId.HEIGHT, index >>> TileId.HEIGHT - heightInTile());
    }

    int heightInTile() {
        return level % TileId.HEIGHT;
    }

    int firstInTile() {
        return (int) ((index << heightInTile()) % TileId.WIDTH);
    }
}
