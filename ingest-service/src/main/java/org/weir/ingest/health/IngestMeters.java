package org.weir.ingest.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;

/** The meters: what {@link PollOutcome} and {@link BatchOutcome} say, for whoever watches. */
@ApplicationScoped
public class IngestMeters {
    /** Counter of positions; its outcomes' sum is what came in. */
    public static final String RECORDS = "weir.ingest.records";
    /** Counter of polls. */
    public static final String POLLS = "weir.ingest.polls";
    /** Counter of pushes. */
    public static final String PUSHES = "weir.ingest.pushes";
    /** Seconds since the newest record's event time. */
    public static final String FRESHNESS = "weir.ingest.freshness";

    private static final String NO_REASON = "none";
    private final MeterRegistry registry;

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void watch(FeedId feed, FeedHealth health) {
        Gauge.builder(FRESHNESS, health, FeedHealth::freshnessSeconds)
                .baseUnit("seconds")
                .description("Age of the newest record by its event time")
                .tag("feed", feed.value())
                .register(registry);
    }

    public void polled(FeedId feed, PollOutcome outcome) {
        if (outcome instanceof PollOutcome.Took took) {
            count(POLLS, feed, "ok", NO_REASON, 1);
            took(feed, took.batch());
        } else if (outcome instanceof PollOutcome.Failed failed) {
            count(POLLS, feed, "failed", failed.code().code(), 1);
        } else {
            count(POLLS, feed, "not-modified", NO_REASON, 1);
        }
    }

    public void pushed(FeedId feed, BatchOutcome batch) {
        count(PUSHES, feed, "ok", NO_REASON, 1);
        took(feed, batch);
    }

    public void pushRefused(FeedId feed, ErrorCode code) {
        count(PUSHES, feed, "refused", code.code(), 1);
    }

    private void took(FeedId feed, BatchOutcome batch) {
        count(RECORDS, feed, "accepted", NO_REASON, batch.accepted());
        count(RECORDS, feed, "duplicate", NO_REASON, batch.duplicate());
        batch.rejected().forEach((code, n) -> count(RECORDS, feed, "rejected", code.code(), n));
        batch.rejectedAgain().forEach((code, n) -> count(RECORDS, feed, "rejected-again", code.code(), n));
    }

    private void count(String name, FeedId feed, String outcome, String reason, int n) {
        Counter.builder(name)
                .tag("feed", feed.value())
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry)
                .increment(n);
    }
}
