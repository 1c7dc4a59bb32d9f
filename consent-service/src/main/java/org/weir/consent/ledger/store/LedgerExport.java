package org.weir.consent.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.weir.consent.ledger.audit.ExportWriter;
import org.weir.schemas.ledger.Checkpoint;

/** Writes the whole log as an auditor's file. Waits for the database. */
@ApplicationScoped
public class LedgerExport {
    /** Leaves read at a time: about a megabyte. */
    private static final int STEP = 2_560;

    private final LedgerLog log;

    public LedgerExport(LedgerLog log) {
        this.log = log;
    }

    /** Writes the checkpoint and every leaf that it covers. */
    public void write(Checkpoint checkpoint, OutputStream out) throws IOException {
        ExportWriter export = new ExportWriter(out, checkpoint.note());
        for (long from = 0; from < checkpoint.size(); from += STEP) {
            int count = (int) Math.min(STEP, checkpoint.size() - from);
            for (byte[] leaf : log.leaves(from, count)) {
                export.leaf(leaf);
            }
        }
        out.flush();
    }
}
