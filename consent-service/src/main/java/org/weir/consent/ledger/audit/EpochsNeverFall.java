package org.weir.consent.ledger.audit;

import java.util.HashMap;
import java.util.Map;

/** An enforcer never goes back to agreements older than those it has worked by, and an epoch always means one text. */
final class EpochsNeverFall implements LedgerCheck {
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<Decided, Terms> terms = new HashMap<>();

    private record Decided(Entry.Line line, long epoch) {}

    private record Terms(long version, String planHash) {}

    @Override
    public void take(long index, Entry e, Findings findings) {
        Long before = newest.merge(e.enforcer(), e.epoch(), Math::max);
        if (before > e.epoch()) {
            findings.wrong("Leaf " + index + ": " + e.enforcer() + " worked by epoch " + e.epoch() + " after epoch "
                    + before + '.');
        }
        if (e.version() == 0) {
            // No agreement, or one that this enforcer could not read: another may have read it.
            return;
        }
        Terms here = new Terms(e.version(), e.planHash());
        Terms there = terms.putIfAbsent(new Decided(e.line(), e.epoch()), here);
        if (there != null && !there.equals(here)) {
            findings.wrong("Leaf " + index + ", " + e.line() + ": epoch " + e.epoch()
                    + " stands for two versions of the agreement.");
        }
    }
}
