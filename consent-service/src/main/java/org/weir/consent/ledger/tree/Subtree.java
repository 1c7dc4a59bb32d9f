package org.weir.consent.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves from one, included, to another, excluded, as RFC 6962 hashes them together.
 *
 * @param from a multiple of the largest power of two below the number of leaves
 */
public record Subtree(long from, long to) {
    /** Every leaf of a tree. */
    public static Subtree whole(long size) {
        return new Subtree(0, size);
    }

    /** The hash of these leaves. */
    public byte[] hash(Tiles tiles) {
        if (from == to) {
            return TreeHash.empty();
        }
        return isPerfect() ? tiles.hash(node()) : TreeHash.node(left().hash(tiles), right().hash(tiles));
    }

    /** The perfect subtrees from which its hash follows, from the left. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        collect(nodes);
        return nodes;
    }

    Subtree left() {
        return new Subtree(from, from + split());
    }

    Subtree right() {
        return new Subtree(from + split(), to);
    }

    /** The largest power of two smaller than the number of leaves: so many are on the left. */
    long split() {
        return Long.highestOneBit(to - from - 1);
    }

    private void collect(List<Node> nodes) {
        if (from == to) {
            return;
        }
        if (isPerfect()) {
            nodes.add(node());
        } else {
            left().collect(nodes);
            right().collect(nodes);
        }
    }

    private boolean isPerfect() {
        return Long.bitCount(to - from) == 1;
    }

    private Node node() {
        int level = Long.numberOfTrailingZeros(to - from);
        return new Node(level, from >>> level);
    }
}
