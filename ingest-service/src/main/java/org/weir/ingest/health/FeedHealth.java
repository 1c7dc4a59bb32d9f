package org.weir.ingest.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weir.schemas.problem.ErrorCode;

/** One feed's health as it stands. Safe for use by many threads. */
public final class FeedHealth {
    /** A feed is quiet when this many polls brought no new record, but not before {@link #SHORTEST_QUIET}. */
    private static final int QUIET_POLLS = 4;

    private static final Duration SHORTEST_QUIET = Duration.ofMinutes(2);
    private static final int FAULTS_SHOWN = 10;

    private final Clock clock;
    private final Map<Integer, Long> rawEnds = new HashMap<>();
    private final Map<String, Long> rejected;
    private final List<Fault> faults;
    private long quarantineNext;
    private long duplicate;
    private long pollsOk;
    private long pollsNotModified;
    private long pollsFailed;
    private Instant lastPollAt;
    private Instant lastGoodAt;
    private Instant lastAcceptedAt;
    private Instant newestRecordAt;
    private Fault lastOutcome;
    private boolean lastPollFailed;

    public FeedHealth(Tally stored, Clock clock) {
        this.clock = clock;
        this.quarantineNext = stored.quarantineNext();
        this.rejected = new TreeMap<>(stored.rejected());
        this.duplicate = stored.duplicate();
        this.pollsOk = stored.polls().ok();
        this.pollsNotModified = stored.polls().notModified();
        this.pollsFailed = stored.polls().failed();
        this.lastPollAt = stored.lastPollAt();
        this.lastGoodAt = stored.lastGoodAt();
        this.lastOutcome = stored.lastOutcome();
        this.faults = new ArrayList<>(stored.faults());
    }

    /** The raw topic's partition is known to hold every record before this offset. */
    public synchronized void rawUpTo(int partition, long next) {
        rawEnds.merge(partition, next, Math::max);
    }

    /** The offset up to which each raw partition is known. */
    public synchronized Map<Integer, Long> rawEnds() {
        return Map.copyOf(rawEnds);
    }

    /** A refusal stands at that offset of the quarantine topic; told twice, it is counted once. */
    public synchronized void quarantined(long offset, String code) {
        if (offset >= quarantineNext) {
            rejected.merge(code, 1L, Long::sum);
            quarantineNext = offset + 1;
        }
    }

    /** The quarantine topic was read to this offset. */
    public synchronized void quarantineUpTo(long next) {
        quarantineNext = Math.max(quarantineNext, next);
    }

    public synchronized long quarantineNext() {
        return quarantineNext;
    }

    /** A record of that event time is on the raw topic. */
    public synchronized void published(long epochMillis) {
        if (newestRecordAt == null || epochMillis > newestRecordAt.toEpochMilli()) {
            newestRecordAt = Instant.ofEpochMilli(epochMillis);
        }
    }

    public synchronized void polled(PollOutcome outcome) {
        lastPollAt = clock.instant();
        lastPollFailed = outcome instanceof PollOutcome.Failed;
        if (outcome instanceof PollOutcome.Took took) {
            pollsOk++;
            took(took.batch());
        } else if (outcome instanceof PollOutcome.Failed failed) {
            pollsFailed++;
            fault(failed.code(), failed.detail());
        } else {
            pollsNotModified++;
            lastGoodAt = lastPollAt;
            lastOutcome = null;
        }
    }

    public synchronized void pushed(BatchOutcome batch) {
        took(batch);
    }

    /** Days that are over say nothing of what is live: whether the feed flows is not told by them. */
    public synchronized void pushedPast(BatchOutcome batch) {
        duplicate += batch.duplicate();
        faults(batch);
    }

    public synchronized void pushRefused(ErrorCode code, String detail) {
        fault(code, detail);
    }

    private void took(BatchOutcome batch) {
        lastGoodAt = clock.instant();
        lastOutcome = null;
        duplicate += batch.duplicate();
        if (batch.accepted() > 0) {
            lastAcceptedAt = lastGoodAt;
        }
        faults(batch);
    }

    private void faults(BatchOutcome batch) {
        batch.rejected().keySet().forEach(code -> fault(code, batch.rejected().get(code) + " in one message."));
    }

    private void fault(ErrorCode code, String detail) {
        lastOutcome = Fault.of(code, detail, clock.instant());
        faults.removeIf(f -> f.code().equals(code.code()));
        faults.add(0, lastOutcome);
        if (faults.size() > FAULTS_SHOWN) {
            faults.remove(FAULTS_SHOWN);
        }
    }

    /** What is stored of it. */
    public synchronized Tally tally() {
        return new Tally(
                quarantineNext,
                Map.copyOf(rejected),
                duplicate,
                polls(),
                lastPollAt,
                lastGoodAt,
                lastOutcome,
                List.copyOf(faults));
    }

    /**
     * What is shown of it.
     *
     * @param period how often the feed is polled, or null
     */
    public synchronized HealthView view(Duration period) {
        return new HealthView(
                state(period),
                lastPollAt,
                lastGoodAt,
                lastOutcome,
                List.copyOf(faults),
                newestRecordAt,
                accepted(),
                duplicate,
                new TreeMap<>(rejected),
                polls());
    }

    /** Seconds since the newest record's event time, or NaN where there is none. */
    public synchronized double freshnessSeconds() {
        return newestRecordAt == null
                ? Double.NaN
                : Duration.between(newestRecordAt, clock.instant()).toMillis() / 1000.0;
    }

    private long accepted() {
        long sum = 0;
        for (long end : rawEnds.values()) {
            sum += end;
        }
        return sum;
    }

    private Tally.Polls polls() {
        return new Tally.Polls(pollsOk, pollsNotModified, pollsFailed);
    }

    private String state(Duration period) {
        if (lastPollFailed) {
            return "failing";
        }
        if (lastAcceptedAt == null) {
            return lastGoodAt == null ? "waiting" : "quiet";
        }
        Duration quiet = period == null ? SHORTEST_QUIET : period.multipliedBy(QUIET_POLLS);
        Instant since = clock.instant().minus(quiet.compareTo(SHORTEST_QUIET) < 0 ? SHORTEST_QUIET : quiet);
        return lastAcceptedAt.isBefore(since) ? "quiet" : "flowing";
    }
}
