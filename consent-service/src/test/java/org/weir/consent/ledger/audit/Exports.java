package org.weir.consent.ledger.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.weir.consent.ledger.note.SignedNote;
import org.weir.consent.ledger.note.TreeHead;
import org.weir.consent.ledger.note.VerifierKey;
import org.weir.consent.ledger.tree.GrowingTree;
import org.weir.consent.ledger.tree.TreeHash;

/** Exported ledgers, signed with a key of this run. */
final class Exports {
    private static final KeyPair PAIR = pair();
    static final VerifierKey KEY = VerifierKey.of("test.weir/ledger", PAIR.getPublic());

    private Exports() {}

    static byte[] of(List<byte[]> leaves) {
        GrowingTree tree = new GrowingTree();
        tree.append(leaves.stream().map(TreeHash::leaf).toList());
        String note = SignedNote.sign(new TreeHead(KEY.name(), tree.size(), tree.root()), KEY, PAIR.getPrivate());
        return written(note, leaves);
    }

    static byte[] written(String note, List<byte[]> leaves) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ExportWriter export = new ExportWriter(out, note);
            for (byte[] leaf : leaves) {
                export.leaf(leaf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static AuditReport audit(byte[] export) {
        try {
            return new LedgerAudit(KEY).of(new ByteArrayInputStream(export));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
