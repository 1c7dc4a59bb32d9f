package org.weir.consent.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** A tree head with its signature, as C2SP's signed-note has it: the text, an empty line, a line for the signature. */
public final class SignedNote {
    private static final int SIGNATURE_BYTES = 64;
    private static final String DASH = "\u2014 ";

    private SignedNote() {}

    /** Signs; the head's origin is the key's name. */
    public static String sign(TreeHead head, VerifierKey key, PrivateKey secret) {
        if (!head.origin().equals(key.name())) {
            throw new IllegalArgumentException("The key is another ledger's.");
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(head.text().getBytes(StandardCharsets.UTF_8));
            return written(head, key, ed25519.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The ledger's key cannot sign.", e);
        }
    }

    /**
     * Reads a note of exactly one signature.
     *
     * @throws IllegalArgumentException where it is not written as {@link #sign} writes, or that key did not sign it
     */
    public static TreeHead open(String note, VerifierKey key) {
        int gap = note.indexOf("\n\n");
        if (gap < 0) {
            throw new IllegalArgumentException("The checkpoint has no signature.");
        }
        String signature = note.substring(gap + 2);
        String expected = DASH + key.name() + ' ';
        if (!signature.startsWith(expected) || !signature.endsWith("\n")) {
            throw new IllegalArgumentException("The checkpoint is not signed by " + key.name() + '.');
        }
        byte[] signed = Base64.getDecoder().decode(signature.substring(expected.length(), signature.length() - 1));
        if (signed.length != VerifierKey.ID_BYTES + SIGNATURE_BYTES) {
            throw new IllegalArgumentException("The checkpoint's signature has not the length of one.");
        }
        byte[] bytes = Arrays.copyOfRange(signed, VerifierKey.ID_BYTES, signed.length);
        TreeHead head = TreeHead.parse(note.substring(0, gap + 1));
        if (!head.origin().equals(key.name())
                || !Arrays.equals(key.id(), Arrays.copyOf(signed, VerifierKey.ID_BYTES))
                || !key.verifies(head.text().getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new IllegalArgumentException("The checkpoint's signature is not by this key over this text.");
        }
        // Base64 leaves bits unused at its end: any other spelling of the same signature is refused.
        if (!written(head, key, bytes).equals(note)) {
            throw new IllegalArgumentException("The checkpoint is not written as it should be.");
        }
        return head;
    }

    private static String written(TreeHead head, VerifierKey key, byte[] signature) {
        byte[] signed = Arrays.copyOf(key.id(), VerifierKey.ID_BYTES + signature.length);
        System.arraycopy(signature, 0, signed, VerifierKey.ID_BYTES, signature.length);
        return head.text()
                + '\n'
                + DASH
                + key.name()
                + ' '
                + Base64.getEncoder().encodeToString(signed)
                + '\n';
    }
}
