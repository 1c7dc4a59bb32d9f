package org.weir.consent.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that takes leaves at its right edge. It holds the last tile of each level and no more: the root of 10 million
 * leaves follows from four tiles. For one thread; after a change that was not kept, load it anew.
 */
public final class GrowingTree implements Tiles {
    private final List<Edge> edges = new ArrayList<>();
    private long size;

    /** The last tile of a level. */
    private static final class Edge {
        private final byte[] hashes = new byte[TileId.WIDTH * TreeHash.BYTES];
        private long index;
        private int count;
        private boolean changed;
    }

    /** A tree that has leaves already; the last tile of each level is read. */
    public static GrowingTree of(long size, Tiles kept) {
        GrowingTree tree = new GrowingTree();
        tree.size = size;
        long hashes = size;
        for (int level = 0; hashes > 0; level++, hashes /= TileId.WIDTH) {
            Edge edge = tree.edge(level);
            edge.index = hashes / TileId.WIDTH;
            edge.count = (int) (hashes % TileId.WIDTH);
            if (edge.count > 0) {
                byte[] tile = kept.hashes(new TileId(level, edge.index));
                System.arraycopy(tile, 0, edge.hashes, 0, edge.count * TreeHash.BYTES);
            }
        }
        return tree;
    }

    /** The tiles that {@link #of} reads. */
    public static List<TileId> edgeTiles(long size) {
        List<TileId> tiles = new ArrayList<>();
        long hashes = size;
        for (int level = 0; hashes > 0; level++, hashes /= TileId.WIDTH) {
            if (hashes % TileId.WIDTH > 0) {
                tiles.add(new TileId(level, hashes / TileId.WIDTH));
            }
        }
        return tiles;
    }

    /**
     * Adds leaves.
     *
     * @param leaves their hashes, in order
     * @return every tile that is new or longer than before, as it is now
     */
    public Map<TileId, byte[]> append(List<byte[]> leaves) {
        Map<TileId, byte[]> changed = new LinkedHashMap<>();
        for (byte[] leaf : leaves) {
            add(0, leaf, changed);
        }
        size += leaves.size();
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            if (edge.changed && edge.count > 0) {
                changed.put(new TileId(level, edge.index), hashes(edge));
            }
            edge.changed = false;
        }
        return changed;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        return Subtree.whole(size).hash(this);
    }

    /** The last tile of a level, the only ones that are at hand. */
    @Override
    public byte[] hashes(TileId tile) {
        Edge edge = tile.level() < edges.size() ? edges.get(tile.level()) : null;
        if (edge == null || edge.index != tile.index()) {
            throw new IllegalStateException("The tile " + tile + " is not at the tree's edge.");
        }
        return hashes(edge);
    }

    private void add(int level, byte[] hash, Map<TileId, byte[]> changed) {
        Edge edge = edge(level);
        System.arraycopy(hash, 0, edge.hashes, edge.count * TreeHash.BYTES, TreeHash.BYTES);
        edge.count++;
        edge.changed = true;
        if (edge.count == TileId.WIDTH) {
            byte[] full = hashes(edge);
            changed.put(new TileId(level, edge.index), full);
            add(level + 1, TreeHash.fold(full, 0, full.length), changed);
            edge.index++;
            edge.count = 0;
        }
    }

    private Edge edge(int level) {
        while (edges.size() <= level) {
            edges.add(new Edge());
        }
        return edges.get(level);
    }

    private static byte[] hashes(Edge edge) {
        return Arrays.copyOf(edge.hashes, edge.count * TreeHash.BYTES);
    }
}
