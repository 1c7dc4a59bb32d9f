package org.weir.consent.ledger.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which subtrees' hashes prove something of a tree, in the order of RFC 6962, sections 2.1.1 and 2.1.2. */
public record Path(List<Subtree> steps) {
    public Path {
        steps = List.copyOf(steps);
    }

    /** Proves that a leaf stands at its place in a tree of that size. */
    public static Path ofInclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no leaf " + index + " among " + size + '.');
        }
        List<Subtree> steps = new ArrayList<>();
        Subtree rest = Subtree.whole(size);
        while (rest.to() - rest.from() > 1) {
            boolean left = index < rest.from() + rest.split();
            // From the root downwards; a proof is read from the leaf upwards.
            steps.add(0, left ? rest.right() : rest.left());
            rest = left ? rest.left() : rest.right();
        }
        return new Path(steps);
    }

    /** Proves that the tree of the smaller size is the beginning of the larger one. */
    public static Path ofConsistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree of " + from + " leaves is no beginning of one of " + to + '.');
        }
        List<Subtree> steps = new ArrayList<>();
        if (from == 0 || from == to) {
            return new Path(steps);
        }
        Subtree rest = Subtree.whole(to);
        boolean whole = true;
        while (rest.to() != from) {
            boolean left = from <= rest.from() + rest.split();
            steps.add(0, left ? rest.right() : rest.left());
            whole &= left;
            rest = left ? rest.left() : rest.right();
        }
        if (!whole) {
            steps.add(0, rest);
        }
        return new Path(steps);
    }

    /** The tiles that one needs to have at hand. */
    public Set<TileId> tiles() {
        Set<TileId> tiles = new LinkedHashSet<>();
        steps.forEach(step -> step.nodes().forEach(node -> tiles.add(node.tile())));
        return tiles;
    }

    /** The proof. */
    public List<byte[]> hashes(Tiles tiles) {
        return steps.stream().map(step -> step.hash(tiles)).toList();
    }
}
