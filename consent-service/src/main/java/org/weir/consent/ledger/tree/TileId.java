package org.weir.consent.ledger.tree;

/**
 * Which tile, as C2SP's tlog-tiles lays them out: a tile of level 0 holds up to 256 leaf hashes; one of level n holds up
 * to 256 hashes, each of a whole tile of the level below.
 *
 * @param level 0 for leaf hashes
 * @param index the place among the tiles of its level, from the left
 */
public record TileId(int level, long index) {
    /** Hashes in a whole tile. */
    public static final int WIDTH = 256;

    /** How many levels of the tree one level of tiles spans. */
    public static final int HEIGHT = 8;
}
