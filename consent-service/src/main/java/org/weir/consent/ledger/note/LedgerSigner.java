package org.weir.consent.ledger.note;

import java.security.PrivateKey;
import java.util.List;
import org.weir.consent.ledger.tree.Proof;

/**
 * Signs tree heads, each only where it is proved to continue the one before: whoever holds an earlier checkpoint of this
 * ledger will find it in every later one.
 *
 * @param key the public half; its name is the ledger's
 * @param secret the other half
 */
public record LedgerSigner(VerifierKey key, PrivateKey secret) {
    /**
     * The signed note of a new head.
     *
     * @param before the newest note that was signed, or null where there was none
     * @param consistency the proof from that one to this
     * @throws ContradictsItself where the new head does not continue it, or another key signed it
     */
    public String sign(TreeHead head, String before, List<byte[]> consistency) {
        if (before != null) {
            TreeHead old = open(before);
            if (!Proof.isConsistent(old.size(), old.root(), head.size(), head.root(), consistency)) {
                throw new ContradictsItself("The ledger of " + head.size() + " leaves does not continue the one of "
                        + old.size() + " that was signed.");
            }
        }
        return SignedNote.sign(head, key, secret);
    }

    /** What a note of ours says. */
    public TreeHead open(String note) {
        try {
            return SignedNote.open(note, key);
        } catch (IllegalArgumentException e) {
            throw new ContradictsItself("The checkpoint before is not signed by this ledger's key: " + e.getMessage());
        }
    }

    /** What is to be signed contradicts what was signed. */
    public static final class ContradictsItself extends IllegalStateException {
        public ContradictsItself(String message) {
            super(message);
        }
    }
}
