package org.weir.consent.ledger.audit;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What all entries come to, by feed and agreement. */
final class Totals implements LedgerCheck {
    private final Map<Entry.Line, Sum> sums =
            new TreeMap<>(Comparator.comparing(Entry.Line::feed).thenComparing(Entry.Line::agreement));

    /** Records of one feed under one agreement. */
    record Sum(long accepted, long shared, Map<String, Long> withheld, long quarantined) {
        Sum plus(Entry e) {
            Map<String, Long> reasons = new TreeMap<>(withheld);
            e.withheld().forEach((reason, n) -> reasons.merge(reason, n, Long::sum));
            return new Sum(accepted + e.accepted(), shared + e.shared(), reasons, quarantined + e.quarantined());
        }
    }

    @Override
    public void take(long index, Entry e, Findings findings) {
        sums.merge(e.line(), new Sum(0, 0, Map.of(), 0).plus(e), (sum, first) -> sum.plus(e));
    }

    Map<Entry.Line, Sum> sums() {
        return sums;
    }
}
