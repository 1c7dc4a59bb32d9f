package org.weir.consent.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every tree: tiles say what the recursive definition says, and no proof of anything else passes. */
class TreeProperties {
    private static final int SMALL = 70;
    private static final List<byte[]> LEAVES = NaiveTree.leaves(70_000);
    private static final Map<TileId, byte[]> TILES = NaiveTree.tiles(LEAVES, 1_000);

    @Example
    void everyInclusionProof_ofEverySmallTree_isTheDefinitionsAndVerifies() {
        for (int size = 1; size <= SMALL; size++) {
            byte[] root = NaiveTree.root(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<byte[]> path = Path.ofInclusion(index, size).hashes(TILES::get);
                assertThat(path).containsExactlyElementsOf(NaiveTree.inclusion(index, LEAVES.subList(0, size)));
                assertThat(Proof.includes(LEAVES.get(index), index, size, path, root))
                        .isTrue();
            }
        }
    }

    @Example
    void everyConsistencyProof_ofEveryTwoSmallTrees_verifies_andNoOther() {
        for (int to = 0; to <= SMALL; to++) {
            byte[] toRoot = NaiveTree.root(LEAVES.subList(0, to));
            for (int from = 0; from <= to; from++) {
                byte[] fromRoot = NaiveTree.root(LEAVES.subList(0, from));
                List<byte[]> path = Path.ofConsistency(from, to).hashes(TILES::get);
                assertThat(Proof.isConsistent(from, fromRoot, to, toRoot, path)).isTrue();
                for (int flipped = 0; flipped < path.size(); flipped++) {
                    assertThat(Proof.isConsistent(from, fromRoot, to, toRoot, withFlip(path, flipped, 77)))
                            .isFalse();
                }
                assertThat(Proof.isConsistent(from, flip(fromRoot, 3), to, toRoot, path))
                        .isFalse();
                if (from > 0) {
                    assertThat(Proof.isConsistent(from, fromRoot, to, flip(toRoot, 3), path))
                            .isFalse();
                }
            }
        }
    }

    @Property(tries = 300)
    void tiles_giveTheRootOfTheDefinition(@ForAll @IntRange(max = 70_000) int size) {
        assertThat(Subtree.whole(size).hash(TILES::get)).isEqualTo(NaiveTree.root(LEAVES.subList(0, size)));
    }

    @Property(tries = 40)
    void aTree_isTheSame_howeverItsLeavesCame(
            @ForAll @IntRange(min = 1, max = 3_000) int size, @ForAll @IntRange(min = 1, max = 600) int step) {
        List<byte[]> leaves = LEAVES.subList(0, size);
        Map<TileId, byte[]> tiles = NaiveTree.tiles(leaves, step);
        // Loaded anew in the middle, as after a restart.
        GrowingTree tree = GrowingTree.of(size, tiles::get);
        tiles.putAll(tree.append(LEAVES.subList(size, 2 * size)));

        assertThat(tree.size()).isEqualTo(2L * size);
        assertThat(tree.root()).isEqualTo(NaiveTree.root(LEAVES.subList(0, 2 * size)));
        assertThat(Subtree.whole(2L * size).hash(tiles::get)).isEqualTo(tree.root());
        assertThat(tiles.keySet()).containsAll(GrowingTree.edgeTiles(2L * size));
    }

    @Property(tries = 500)
    void anInclusionProof_passesForItsLeafAlone(
            @ForAll @IntRange(min = 1, max = 70_000) int size,
            @ForAll @IntRange(max = 70_000) int at,
            @ForAll @IntRange(max = 255) int bit) {
        int index = at % size;
        Path proof = Path.ofInclusion(index, size);
        List<byte[]> path = proof.hashes(TILES::get);
        byte[] leaf = LEAVES.get(index);
        byte[] root = Subtree.whole(size).hash(TILES::get);

        assertThat(TILES.keySet()).containsAll(proof.tiles());
        assertThat(Proof.includes(leaf, index, size, path, root)).isTrue();
        assertThat(Proof.includes(flip(leaf, bit), index, size, path, root)).isFalse();
        assertThat(Proof.includes(leaf, index, size, path, flip(root, bit))).isFalse();
        assertThat(Proof.includes(leaf, index + 1, size, path, root)).isFalse();
        assertThat(Proof.includes(leaf, index, size, longer(path), root)).isFalse();
        if (!path.isEmpty()) {
            assertThat(Proof.includes(leaf, index, size, withFlip(path, bit % path.size(), bit), root))
                    .isFalse();
            assertThat(Proof.includes(leaf, index, size, path.subList(1, path.size()), root))
                    .isFalse();
        }
    }

    @Property(tries = 500)
    void aConsistencyProof_passesForItsTwoTreesAlone(
            @ForAll @IntRange(min = 1, max = 70_000) int a,
            @ForAll @IntRange(min = 1, max = 70_000) int b,
            @ForAll @IntRange(max = 255) int bit) {
        int from = Math.min(a, b);
        int to = Math.max(a, b);
        Path proof = Path.ofConsistency(from, to);
        List<byte[]> path = proof.hashes(TILES::get);
        byte[] fromRoot = Subtree.whole(from).hash(TILES::get);
        byte[] toRoot = Subtree.whole(to).hash(TILES::get);

        assertThat(TILES.keySet()).containsAll(proof.tiles());
        assertThat(Proof.isConsistent(from, fromRoot, to, toRoot, path)).isTrue();
        assertThat(Proof.isConsistent(from, flip(fromRoot, bit), to, toRoot, path))
                .isFalse();
        assertThat(Proof.isConsistent(from, fromRoot, to, flip(toRoot, bit), path))
                .isFalse();
        assertThat(Proof.isConsistent(from, fromRoot, to, toRoot, longer(path))).isFalse();
        if (!path.isEmpty()) {
            assertThat(Proof.isConsistent(from, fromRoot, to, toRoot, withFlip(path, bit % path.size(), bit)))
                    .isFalse();
        }
    }

    private static byte[] flip(byte[] hash, int bit) {
        byte[] flipped = hash.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static List<byte[]> withFlip(List<byte[]> path, int step, int bit) {
        List<byte[]> flipped = new ArrayList<>(path);
        flipped.set(step, flip(path.get(step), bit));
        return flipped;
    }

    private static List<byte[]> longer(List<byte[]> path) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(TreeHash.empty());
        return longer;
    }
}
