package org.weir.consent.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves as they are kept: each behind its length in four bytes, most significant first.
 *
 * @param first the index of the first of them
 */
public record LeafBundle(long first, List<byte[]> leaves) {
    /** As many as a tile has hashes; a row of them stays below a megabyte. */
    static final int MOST = 256;

    public LeafBundle {
        leaves = List.copyOf(leaves);
    }

    /** Cuts leaves that follow each other into bundles, none of them across two tiles. */
    public static List<LeafBundle> cut(long first, List<byte[]> leaves) {
        List<LeafBundle> bundles = new ArrayList<>();
        int from = 0;
        while (from < leaves.size()) {
            int room = MOST - (int) ((first + from) % MOST);
            int to = Math.min(leaves.size(), from + room);
            bundles.add(new LeafBundle(first + from, leaves.subList(from, to)));
            from = to;
        }
        return bundles;
    }

    public static LeafBundle read(long first, byte[] bytes) {
        List<byte[]> leaves = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            byte[] leaf = new byte[rest.getInt()];
            rest.get(leaf);
            leaves.add(leaf);
        }
        return new LeafBundle(first, leaves);
    }

    public byte[] bytes() {
        int length =
                leaves.stream().mapToInt(leaf -> leaf.length + Integer.BYTES).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        leaves.forEach(leaf -> bytes.putInt(leaf.length).put(leaf));
        return bytes.array();
    }
}
