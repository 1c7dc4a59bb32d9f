package org.weir.consent.ledger.tree;

import java.security.MessageDigest;
import java.util.List;

/** Checks proofs as RFC 9162 says, sections 2.1.3.2 and 2.1.4.2. Needs nothing but what it is given. */
public final class Proof {
    private Proof() {}

    /** Whether a leaf of that hash stands at that index of the tree of that size and root. */
    public static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        byte[] hash = leaf;
        for (byte[] step : path) {
            if (climb.isAtTop()) {
                return false;
            }
            hash = climb.isRight() ? TreeHash.node(step, hash) : TreeHash.node(hash, step);
            climb.up();
        }
        return climb.isAtTop() && MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree of the smaller size and first root is the beginning of the one of the larger size. */
    public static boolean isConsistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, TreeHash.empty());
        }
        if (from == to) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        boolean firstIsKnown = Long.bitCount(from) == 1;
        if (!firstIsKnown && path.isEmpty()) {
            return false;
        }
        byte[] old = firstIsKnown ? fromRoot : path.get(0);
        byte[] present = old;
        Climb climb = new Climb(from - 1, to - 1);
        climb.skipRightEdges();
        for (byte[] step : firstIsKnown ? path : path.subList(1, path.size())) {
            if (climb.isAtTop()) {
                return false;
            }
            if (climb.isRight()) {
                old = TreeHash.node(step, old);
                present = TreeHash.node(step, present);
            } else {
                present = TreeHash.node(present, step);
            }
            climb.up();
        }
        return climb.isAtTop() && MessageDigest.isEqual(old, fromRoot) && MessageDigest.isEqual(present, toRoot);
    }

    /** The way from a node up to the root; {@code fn} and {@code sn} of the RFC. */
    private static final class Climb {
        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean isAtTop() {
            return last == 0;
        }

        /** Whether the step's hash stands on the left. */
        boolean isRight() {
            return (node & 1) == 1 || node == last;
        }

        void up() {
            if (node == last) {
                // The last node of its level has no sibling until it is a right one.
                while ((node & 1) == 0 && node != 0) {
                    shift();
                }
            }
            shift();
        }

        void skipRightEdges() {
            while ((node & 1) == 1) {
                shift();
            }
        }

        private void shift() {
            node >>>= 1;
            last >>>= 1;
        }
    }
}
