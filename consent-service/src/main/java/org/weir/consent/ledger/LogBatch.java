package org.weir.consent.ledger;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;

/**
 * Records of the ledger's topic that follow each other.
 *
 * @param from behind which offset, that one included, they stand
 * @param to up to which offset, that one excluded; transactions leave gaps between
 */
public record LogBatch(long from, long to, List<Leaf> leaves) {
    public LogBatch {
        leaves = List.copyOf(leaves);
    }

    /**
     * One record.
     *
     * @param bytes its value, as it stands in the topic
     * @param entry what it says, or null where it cannot be read; it is a leaf all the same
     */
    public record Leaf(long offset, byte[] bytes, LedgerEntry entry) {}

    /** What the entries from an offset on add to the balances. */
    public Collection<Balance> balances(long summedTo) {
        Map<String, Balance> sums = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            if (leaf.entry != null && leaf.offset >= summedTo) {
                sums.merge(leaf.entry.feed() + "/" + leaf.entry.agreement(), Balance.of(leaf.entry), Balance::plus);
            }
        }
        return sums.values();
    }

    /** What all entries add to the days. */
    public Collection<DailyCount> days(Function<FeedId, ZoneId> zones) {
        Map<DailyCount.Line, DailyCount> days = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            if (leaf.entry != null) {
                DailyCount count = DailyCount.of(leaf.entry, zones.apply(leaf.entry.feed()));
                days.merge(count.line(), count, DailyCount::plus);
            }
        }
        return days.values();
    }
}
