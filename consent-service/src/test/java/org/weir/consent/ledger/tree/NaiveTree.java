package org.weir.consent.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 6962 by its own recursive words, without tiles; and leaves to try things on. */
public final class NaiveTree {
    private NaiveTree() {}

    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return TreeHash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        List<byte[]> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int k = 1;
            while (k * 2 < leaves.size()) {
                k *= 2;
            }
            List<byte[]> left = leaves.subList(0, k);
            List<byte[]> right = leaves.subList(k, leaves.size());
            path.addAll(index < k ? inclusion(index, left) : inclusion(index - k, right));
            path.add(root(index < k ? right : left));
        }
        return path;
    }

    public static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>(size);
        for (int n = 0; n < size; n++) {
            leaves.add(TreeHash.leaf(("leaf " + n).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    /** The tiles of a tree that grew by so many leaves at a time. */
    static Map<TileId, byte[]> tiles(List<byte[]> leaves, int step) {
        Map<TileId, byte[]> tiles = new HashMap<>();
        GrowingTree tree = new GrowingTree();
        for (int from = 0; from < leaves.size(); from += step) {
            tiles.putAll(tree.append(leaves.subList(from, Math.min(leaves.size(), from + step))));
        }
        return tiles;
    }
}
