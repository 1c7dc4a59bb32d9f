package org.weir.consent.ledger.audit;

/** accepted = shared + withheld + quarantined, and no more records than offsets. */
final class EntryBalances implements LedgerCheck {
    private long between;

    @Override
    public void take(long index, Entry e, Findings findings) {
        long sum = e.shared() + e.withheldInAll() + e.quarantined();
        if (sum != e.accepted()) {
            findings.wrong("Leaf " + index + ", " + e.line() + ": " + e.accepted() + " records accepted, " + sum
                    + " shared, withheld or quarantined.");
        }
        long offsets = Entry.width(e.offsets());
        if (e.accepted() > offsets) {
            findings.wrong(
                    "Leaf " + index + ", " + e.line() + ": " + e.accepted() + " records from " + offsets + " offsets.");
        }
        between += Math.max(0, offsets - e.accepted());
        if (!e.outputs().isEmpty() && e.shared() > Entry.width(e.outputs())) {
            findings.wrong("Leaf " + index + ", " + e.line() + ": " + e.shared() + " records shared into "
                    + Entry.width(e.outputs()) + " offsets.");
        }
    }

    @Override
    public void end(Findings findings) {
        if (between > 0) {
            findings.remark(between + " offsets within batches held no record (a broker's own marks, or records that"
                    + " its topic had forgotten).");
        }
    }
}
