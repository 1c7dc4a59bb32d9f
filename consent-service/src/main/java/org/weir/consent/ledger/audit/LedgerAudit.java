package org.weir.consent.ledger.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.weir.consent.ledger.note.SignedNote;
import org.weir.consent.ledger.note.TreeHead;
import org.weir.consent.ledger.note.VerifierKey;
import org.weir.consent.ledger.tree.GrowingTree;
import org.weir.consent.ledger.tree.TreeHash;

/** Goes through an exported ledger from its first leaf to its last and computes again whatever can be computed. */
public final class LedgerAudit {
    /** Leaves are hashed into the tree so many at a time. */
    private static final int AT_ONCE = 256;

    private final VerifierKey key;
    private final EachOffsetOnce offsets = new EachOffsetOnce();
    private final Totals totals = new Totals();
    private final List<LedgerCheck> checks = List.of(new EntryBalances(), new EpochsNeverFall(), offsets, totals);
    private final Findings findings = new Findings();

    /** @param key whose signature counts */
    public LedgerAudit(VerifierKey key) {
        this.key = key;
    }

    /** Takes the hub's word for offsets that no entry accounts for, e.g. records that a topic forgot in an outage. */
    public void explain(String feed, int partition, long from, long to) {
        offsets.explain(feed, partition, from, to);
    }

    /**
     * Checks an export; call it once.
     *
     * @throws IOException where the file cannot be read; one that is no export is a report that says so
     */
    public AuditReport of(InputStream export) throws IOException {
        TreeHead head = null;
        GrowingTree tree = new GrowingTree();
        try {
            ExportReader reader = new ExportReader(export);
            head = SignedNote.open(text(reader.next()), key);
            List<byte[]> hashes = new java.util.ArrayList<>();
            for (Optional<byte[]> leaf = reader.next(); leaf.isPresent(); leaf = reader.next()) {
                hashes.add(TreeHash.leaf(leaf.get()));
                check(tree.size() + hashes.size() - 1, leaf.get());
                if (hashes.size() == AT_ONCE) {
                    tree.append(hashes);
                    hashes.clear();
                }
            }
            tree.append(hashes);
            checks.forEach(check -> check.end(findings));
            compare(head, tree);
        } catch (ExportReader.NotAnExport | IllegalArgumentException e) {
            findings.wrong(e.getMessage());
        }
        return new AuditReport(key.name(), head, tree.size(), totals.sums(), findings.remarks(), findings.wrong());
    }

    private void check(long index, byte[] leaf) {
        Entry entry;
        try {
            entry = Entry.read(leaf);
        } catch (IllegalArgumentException e) {
            findings.wrong("Leaf " + index + " cannot be read: " + e.getMessage());
            return;
        }
        checks.forEach(check -> check.take(index, entry, findings));
    }

    private void compare(TreeHead head, GrowingTree tree) {
        if (head.size() != tree.size()) {
            findings.wrong("The checkpoint is of " + head.size() + " leaves; the file holds " + tree.size() + '.');
        } else if (!MessageDigest.isEqual(head.root(), tree.root())) {
            findings.wrong("The leaves do not give the root that was signed: one of them is not what it was.");
        }
    }

    private static String text(Optional<byte[]> note) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(
                            note.orElseThrow(() -> new IllegalArgumentException("There is no checkpoint."))))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The checkpoint is not text.");
        }
    }
}
