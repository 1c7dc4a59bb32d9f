package org.weir.consent.enforce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.schemas.ledger.LedgerEntry;

/** What operations see of enforcement: records by what became of them. */
public final class EnforcementMeters {
    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    private final Map<String, String> resting = new ConcurrentHashMap<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    private record Key(String feed, String agreement, String outcome, String reason) {}

    public EnforcementMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows how far the time of decisions is ahead of the machine's clock. */
    void clock(DecisionClock clock) {
        Gauge.builder("weir.enforcement.clock.ahead", () -> clock.ahead() / 1000.0)
                .description("How far the time of decisions is ahead of the machine's clock, which has been set back")
                .baseUnit("seconds")
                .register(registry);
    }

    /** A worker shares nothing for now. */
    void resting(String worker, String why) {
        resting.put(worker, why);
        for (String reason : List.of("lease", "ledger")) {
            if (shown.add(reason)) {
                Gauge.builder("weir.enforcement.resting", () -> resting(reason))
                        .description("Workers that share nothing for now, and why")
                        .tag("reason", reason)
                        .register(registry);
            }
        }
    }

    void working(String worker) {
        if (!resting.isEmpty()) {
            resting.remove(worker);
        }
    }

    /** How many workers rest for that reason. */
    long resting(String reason) {
        return resting.values().stream().filter(reason::equals).count();
    }

    /** Counts a committed entry. */
    void committed(LedgerEntry entry) {
        count(entry, "shared", "none", entry.shared());
        count(entry, "quarantined", "none", entry.quarantined());
        entry.withheld().forEach((reason, n) -> count(entry, "withheld", reason.code(), n));
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
