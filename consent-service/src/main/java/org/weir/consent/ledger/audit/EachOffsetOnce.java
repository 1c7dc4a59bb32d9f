package org.weir.consent.ledger.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * Under one agreement each raw record is accounted for once: no offset twice, none passed over. An offset that is missing
 * under one agreement is explained where it was accounted for under another, or under none, for the agreement was not
 * there then; or where the hub explains it to the auditor. A record that is accounted for nowhere is explained by
 * nothing, also where no line alone has a gap: one may end before the next begins.
 */
final class EachOffsetOnce implements LedgerCheck {
    private final Map<Place, Offsets> lines = new HashMap<>();
    private final Map<FeedPartition, Offsets> feeds = new HashMap<>();

    private record Place(Entry.Line line, int partition) {}

    private record FeedPartition(String feed, int partition) {}

    /** What the hub says of offsets that no entry accounts for. */
    void explain(String feed, int partition, long from, long to) {
        feed(feed, partition).join(from, to);
    }

    @Override
    public void take(long index, Entry e, Findings findings) {
        for (Entry.Range range : e.offsets()) {
            Offsets line = lines.computeIfAbsent(new Place(e.line(), range.partition()), p -> new Offsets());
            if (!line.add(range.from(), range.to())) {
                findings.wrong("Leaf " + index + ", " + e.line() + ", partition " + range.partition() + ": of offsets "
                        + new Offsets.Stretch(range.from(), range.to()) + " some were accounted for before.");
            }
        }
    }

    @Override
    public void end(Findings findings) {
        lines.forEach(
                (place, offsets) -> feed(place.line.feed(), place.partition).join(offsets));
        feeds.forEach((place, offsets) -> offsets.gaps()
                .forEach(nowhere -> findings.wrong(place.feed + ", partition " + place.partition + ": offsets "
                        + nowhere + " are accounted for nowhere.")));
        lines.forEach((place, offsets) -> {
            Offsets anywhere = feed(place.line.feed(), place.partition);
            for (Offsets.Stretch gap : offsets.gaps()) {
                if (anywhere.missing(gap).isEmpty()) {
                    findings.remark(place.line + ", partition " + place.partition + ": offsets " + gap
                            + " are not accounted for here, but elsewhere or explained.");
                }
            }
        });
    }

    private Offsets feed(String feed, int partition) {
        return feeds.computeIfAbsent(new FeedPartition(feed, partition), f -> new Offsets());
    }
}
