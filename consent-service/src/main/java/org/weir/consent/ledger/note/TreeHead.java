package org.weir.consent.ledger.note;

import java.util.Base64;

/**
 * What a checkpoint says: three lines, as in C2SP's tlog-checkpoint.
 *
 * @param origin whose ledger it is
 * @param size how many leaves
 * @param root the tree's root hash, 32 bytes
 */
public record TreeHead(String origin, long size, byte[] root) {
    String text() {
        return origin + '\n' + size + '\n' + rootText() + '\n';
    }

    /** The root in base64. */
    public String rootText() {
        return Base64.getEncoder().encodeToString(root);
    }

    /** Reads the three lines; strict, so that no other text reads the same. */
    static TreeHead parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4) {
            throw new IllegalArgumentException("A checkpoint has three lines: origin, size, root.");
        }
        TreeHead head = new TreeHead(
                lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
        if (head.size < 0 || head.root.length != 32 || !head.text().equals(text)) {
            throw new IllegalArgumentException("The checkpoint's size or root is not written as it should be.");
        }
        return head;
    }
}
