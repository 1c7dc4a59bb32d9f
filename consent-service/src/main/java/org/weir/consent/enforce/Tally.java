package org.weir.consent.enforce;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weir.consent.policy.CompiledPlan;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.LedgerEntry.OffsetRange;
import org.weir.schemas.ledger.ReasonCode;

/** Counts what one transaction does with one feed's records under one agreement. */
final class Tally {
    private final FeedId feed;
    private final CompiledPlan plan;
    private final Map<ReasonCode, Long> withheld = new EnumMap<>(ReasonCode.class);
    private final Map<Integer, OffsetRange> offsets = new TreeMap<>();
    private long accepted;
    private long shared;
    private long quarantined;

    /** @param plan null where no agreement covers the feed */
    Tally(FeedId feed, CompiledPlan plan) {
        this.feed = feed;
        this.plan = plan;
    }

    /** Records of one partition were taken in; what became of each is told by the other methods. */
    void accept(int partition, long from, long to, int records) {
        accepted += records;
        offsets.merge(
                partition,
                new OffsetRange(partition, from, to),
                (a, b) -> new OffsetRange(partition, Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
    }

    void share() {
        shared++;
    }

    void withhold(ReasonCode reason, int records) {
        withheld.merge(reason, (long) records, Long::sum);
    }

    void quarantine() {
        quarantined++;
    }

    /** The key of the entry in the ledger's topic. */
    String key() {
        return plan == null ? feed.value() : plan.agreement().value();
    }

    /** The shared topic of what was shared; null where nothing was. */
    String sharedTopic() {
        return shared == 0 ? null : SharedEnvelope.topic(plan);
    }

    /** The entry of records that were not sent anywhere. */
    LedgerEntry entry(String enforcer, long epoch, Instant at) {
        return entry(enforcer, epoch, at, SentRecords.Sealed.NOTHING);
    }

    /** The entry; fails where the counts do not balance, which nothing outside can bring about. */
    LedgerEntry entry(String enforcer, long epoch, Instant at, SentRecords.Sealed sent) {
        return new LedgerEntry(
                enforcer,
                epoch,
                feed,
                plan == null ? null : plan.agreement(),
                plan == null ? 0 : plan.version(),
                accepted,
                shared,
                Map.copyOf(withheld),
                quarantined,
                List.copyOf(offsets.values()),
                at,
                plan == null ? null : plan.hash(),
                sent.outputs(),
                sent.commitment());
    }
}
