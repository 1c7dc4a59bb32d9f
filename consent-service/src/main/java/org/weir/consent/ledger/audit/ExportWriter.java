package org.weir.consent.ledger.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes an exported ledger: a first line that names the form, the signed checkpoint, then every leaf. Checkpoint and
 * leaves each stand behind their length in bytes, a decimal number on a line, and end with a line feed. There is one way
 * only to write a ledger, so that every byte of the file is checked.
 */
public final class ExportWriter {
    static final String FORM = "weir-ledger-export/1\n";

    private final OutputStream out;

    /** @param note the checkpoint up to which leaves follow */
    public ExportWriter(OutputStream out, String note) throws IOException {
        this.out = out;
        out.write(FORM.getBytes(StandardCharsets.UTF_8));
        item(note.getBytes(StandardCharsets.UTF_8));
    }

    /** The next leaf. */
    public void leaf(byte[] bytes) throws IOException {
        item(bytes);
    }

    private void item(byte[] bytes) throws IOException {
        out.write((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write('\n');
    }
}
