package org.weir.ingest.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.weir.ingest.check.TimestampIsRecent;
import org.weir.ingest.decode.Message;
import org.weir.ingest.health.BatchOutcome;
import org.weir.ingest.health.FeedHealth;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Where messages of one feed and one way of coming become records, by push and poll alike. A record counts as published only when the broker
 * has acknowledged it; whoever brings the same record meanwhile waits for that. When an acknowledgement does not come,
 * nobody knows what the topic holds, so the next message reads the topic first, as the first one after a start does.
 */
public final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    /** Between the check of a record's age and the forgetting of what is older lies at most this. */
    private static final int SLACK_SECONDS = 600;

    private final FeedId feed;
    private final Supplier<Lane> lane;
    private final RecordSender sender;
    private final FeedTail tail;
    private final FeedHealth health;
    private final Clock clock;
    private final Executor executor;
    private final Records records;
    private final Claims claims;
    private CompletableFuture<Void> reading;
    private boolean readBefore;
    private Instant forgotAt = Instant.EPOCH;

    /**
     * @param lane how positions are judged and kept, now
     * @param remembered how many positions are remembered as published
     * @param executor for reading topics, which blocks
     */
    public Intake(
            FeedId feed,
            Supplier<Lane> lane,
            int remembered,
            RecordSender sender,
            FeedTail tail,
            FeedHealth health,
            Clock clock,
            Executor executor) {
        this.feed = feed;
        this.lane = lane;
        this.sender = sender;
        this.tail = tail;
        this.health = health;
        this.clock = clock;
        this.executor = executor;
        this.records = new Records(feed);
        this.claims = new Claims(remembered);
    }

    /**
     * Checks, publishes and waits for every acknowledgement.
     *
     * @return what became of each position; fails with {@code unavailable} where the broker did not acknowledge all
     */
    public CompletionStage<BatchOutcome> take(Message message) {
        return knowing().thenCompose(known -> {
            Instant now = clock.instant();
            forgetOld(now);
            return new Batch(claims, records, sender, health, now)
                    .take(message, lane.get().anyAge());
        });
    }

    /** Ends when it is known what the topics hold; fails with {@code unavailable} where they cannot be read. */
    public synchronized CompletionStage<Void> knowing() {
        if (claims.certain()) {
            return CompletableFuture.completedFuture(null);
        }
        if (reading == null || reading.isDone()) {
            reading = CompletableFuture.runAsync(this::read, executor);
        }
        return reading;
    }

    private void read() {
        List<String> doubtful = claims.doubted();
        try {
            Instant since = clock.instant().minusSeconds(TimestampIsRecent.OLDEST_SECONDS + SLACK_SECONDS);
            Lane now = lane.get();
            tail.read(feed, now, since, readBefore && !now.shared(), health, new FeedTail.Reader() {
                @Override
                public void published(String vehicle, long timestampSeconds) {
                    claims.published(vehicle, timestampSeconds);
                }

                @Override
                public void refused(String refusalId) {
                    claims.refused(refusalId);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("What the topics of a feed hold could not be read: %s; feed=%s", e.getMessage(), feed);
            throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not answer.");
        }
        readBefore = true;
        claims.read(doubtful);
    }

    private synchronized void forgetOld(Instant now) {
        if (!lane.get().anyAge() && now.isAfter(forgotAt.plusSeconds(SLACK_SECONDS))) {
            forgotAt = now;
            claims.forgetBefore(now.getEpochSecond() - TimestampIsRecent.OLDEST_SECONDS - SLACK_SECONDS);
        }
    }
}
