package org.weir.consent.ledger.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What operations see of the ledger. */
final class LedgerMeters {
    private final Clock clock;
    private volatile long leaves;
    private volatile Instant waitingSince;
    private volatile boolean contradicting;

    LedgerMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        Gauge.builder("weir.ledger.leaves", () -> leaves)
                .description("Leaves of the ledger's Merkle tree")
                .register(registry);
        Gauge.builder("weir.ledger.checkpoint.age", this::age)
                .description("How long leaves have been waiting for a signed checkpoint; 0 where every leaf is covered")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("weir.ledger.contradictions", () -> contradicting ? 1 : 0)
                .description("1 where the ledger does not continue what was signed, so that nothing more is signed")
                .register(registry);
    }

    void appended(long size) {
        leaves = size;
    }

    /** @param size up to which leaf checkpoints reach, and the topic has them */
    void covered(long size) {
        if (size >= leaves) {
            waitingSince = null;
        } else if (waitingSince == null) {
            waitingSince = clock.instant();
        }
    }

    void contradicts(boolean now) {
        contradicting = now;
    }

    private double age() {
        Instant since = waitingSince;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
