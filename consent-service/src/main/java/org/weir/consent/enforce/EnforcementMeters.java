package org.weir.consent.enforce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;

/** What operations see of enforcement: records by what became of them, and how far behind each feed is. */
public final class EnforcementMeters {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final Map<FeedId, Long> caughtUpAt = new ConcurrentHashMap<>();

    private record Key(String feed, String agreement, String outcome, String reason) {}

    public EnforcementMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Counts a committed entry. */
    void committed(LedgerEntry entry) {
        count(entry, "shared", "none", entry.shared());
        count(entry, "quarantined", "none", entry.quarantined());
        entry.withheld().forEach((reason, n) -> count(entry, "withheld", reason.code(), n));
    }

    /** @param caughtUp whether nothing of the feed waits that this process should enforce */
    void seen(FeedId feed, boolean caughtUp) {
        if (!caughtUpAt.containsKey(feed)) {
            caughtUpAt.put(feed, clock.millis());
            Gauge.builder("weir.enforcement.lag", () -> lagSeconds(feed))
                    .description("How long records of the feed have been waiting")
                    .baseUnit("seconds")
                    .tag("feed", feed.value())
                    .register(registry);
        }
        caughtUpAt.put(
                feed,
                caughtUp ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(Math.min(caughtUpAt.get(feed), clock.millis())));
    }

    private double lagSeconds(FeedId feed) {
        long since = caughtUpAt.get(feed);
        return since == Long.MAX_VALUE
                ? 0
                : Duration.ofMillis(Math.max(0, clock.millis() - since)).toMillis() / 1000.0;
    }

    private void count(LedgerEntry entry, String outcome, String reason, long n) {
        String agreement =
                entry.agreement() == null ? "none" : entry.agreement().value();
        counters.computeIfAbsent(new Key(entry.feed().value(), agreement, outcome, reason), this::counter)
                .increment(n);
    }

    private Counter counter(Key key) {
        return Counter.builder("weir.enforcement.records")
                .description("Raw records by what became of them")
                .tag("feed", key.feed)
                .tag("agreement", key.agreement)
                .tag("outcome", key.outcome)
                .tag("reason", key.reason)
                .register(registry);
    }
}
