package org.weir.consent.ledger.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.weir.consent.ledger.note.TreeHead;

/**
 * What an audit found.
 *
 * @param origin whose ledger it should be
 * @param signed what the signature vouches for, or null where there is no valid one
 * @param leaves how many the file holds
 * @param remarks what is worth knowing, and no fault
 * @param wrong what does not hold; empty where all holds
 */
public record AuditReport(
        String origin,
        TreeHead signed,
        long leaves,
        Map<Entry.Line, Totals.Sum> totals,
        List<String> remarks,
        List<String> wrong) {
    public boolean holds() {
        return signed != null && wrong.isEmpty();
    }

    /** In plain words, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Ledger " + origin + ": " + leaves + " leaves.");
        if (signed != null) {
            lines.add("Signed by its key: " + signed.size() + " leaves, root "
                    + HexFormat.of().formatHex(signed.root()) + '.');
        }
        totals.forEach((line, sum) -> lines.add(line + ": " + sum.accepted() + " accepted = " + sum.shared()
                + " shared + "
                + sum.withheld().values().stream().mapToLong(Long::longValue).sum() + " withheld "
                + sum.withheld() + " + " + sum.quarantined() + " quarantined."));
        remarks.forEach(remark -> lines.add("Note: " + remark));
        wrong.forEach(each -> lines.add("WRONG: " + each));
        lines.add(
                holds()
                        ? "All holds: every leaf, the root, the signature, every balance, every offset."
                        : "THIS LEDGER DOES NOT HOLD.");
        return lines;
    }
}
