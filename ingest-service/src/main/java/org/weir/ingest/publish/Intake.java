package org.weir.ingest.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.weir.ingest.check.Finding;
import org.weir.ingest.check.Moment;
import org.weir.ingest.check.PositionChecks;
import org.weir.ingest.check.TimestampIsRecent;
import org.weir.ingest.decode.Entity;
import org.weir.ingest.decode.Message;
import org.weir.ingest.health.BatchOutcome;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.Rejection;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Where one feed's messages become records, by push and poll alike. A record is claimed before it is sent and counts as
 * published only when the broker has acknowledged it; whoever brings the same record meanwhile waits for that. When an
 * acknowledgement does not come, nobody knows what the topic holds, so the next message reads the topic first.
 */
public final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int REJECTIONS_TOLD = 100;

    /** A refusal is remembered by its text, some 100 bytes; more at a time means a feed that is all faults. */
    private static final int MOST_REFUSALS = 100_000;

    /** Between the check of a record's age and the forgetting of what is older lies at most this. */
    private static final int SLACK_SECONDS = 600;

    private final FeedId feed;
    private final BooleanSupplier recorded;
    private final RecordSender sender;
    private final FeedTail tail;
    private final FeedHealth health;
    private final Clock clock;
    private final Executor executor;
    private final Records records;
    private final PublishedBefore published;
    private final RefusedBefore refused;
    private final Map<String, CompletableFuture<Void>> claimed = new HashMap<>();
    /** Claims whose batch was not acknowledged as a whole: nobody may take them before the topic was read. */
    private final Set<String> doubted = new HashSet<>();

    private boolean certain;
    private CompletableFuture<Void> recovery;
    private Instant forgotAt = Instant.EPOCH;

    /**
     * @param recorded whether the feed replays the past, now
     * @param remembered how many positions and refusals are remembered
     * @param executor for reading topics, which blocks
     */
    public Intake(
            FeedId feed,
            BooleanSupplier recorded,
            int remembered,
            RecordSender sender,
            FeedTail tail,
            FeedHealth health,
            Clock clock,
            Executor executor) {
        this.feed = feed;
        this.recorded = recorded;
        this.sender = sender;
        this.tail = tail;
        this.health = health;
        this.clock = clock;
        this.executor = executor;
        this.records = new Records(feed);
        this.published = new PublishedBefore(remembered);
        this.refused = new RefusedBefore(Math.min(remembered, MOST_REFUSALS));
    }

    /**
     * Checks, publishes and waits for every acknowledgement.
     *
     * @return what became of each position; fails with {@code unavailable} where the broker did not acknowledge all
     */
    public CompletionStage<BatchOutcome> take(Message message) {
        return knowing().thenCompose(known -> new Batch(message).outcome());
    }

    /** Ends when it is known what the topics hold. */
    public synchronized CompletionStage<Void> knowing() {
        if (certain) {
            return CompletableFuture.completedFuture(null);
        }
        if (recovery == null || recovery.isDone()) {
            recovery = CompletableFuture.runAsync(this::recover, executor);
        }
        return recovery;
    }

    private void recover() {
        List<String> doubtful = doubtful();
        try {
            Instant since = clock.instant().minusSeconds(TimestampIsRecent.OLDEST_SECONDS + SLACK_SECONDS);
            tail.read(feed, recorded.getAsBoolean(), since, health, new FeedTail.Reader() {
                @Override
                public void published(String vehicle, long timestampSeconds) {
                    rememberPublished(vehicle, timestampSeconds);
                }

                @Override
                public void refused(String refusalId) {
                    rememberRefused(refusalId);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("What the topics of a feed hold could not be read: %s; feed=%s", e.getMessage(), feed);
            throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not answer.");
        }
        settle(doubtful);
    }

    private synchronized List<String> doubtful() {
        return List.copyOf(doubted);
    }

    private synchronized void settle(List<String> doubtful) {
        doubtful.forEach(claimed::remove);
        doubtful.forEach(doubted::remove);
        // A batch may have failed while the topic was read; then it has to be read once more.
        certain = doubted.isEmpty();
    }

    private synchronized void rememberPublished(String vehicle, long timestamp) {
        published.add(vehicle, timestamp);
    }

    private synchronized void rememberRefused(String refusalId) {
        refused.add(refusalId);
    }

    private synchronized void forgetOld(Instant now) {
        if (!recorded.getAsBoolean() && now.isAfter(forgotAt.plusSeconds(SLACK_SECONDS))) {
            forgotAt = now;
            published.forgetBefore(now.getEpochSecond() - TimestampIsRecent.OLDEST_SECONDS - SLACK_SECONDS);
        }
    }

    /** One message on its way. */
    private final class Batch {
        private final Message message;
        private final Instant now = clock.instant();
        private final CompletableFuture<Void> claim = new CompletableFuture<>();
        private final List<Entity.Position> fresh = new ArrayList<>();
        private final List<Refused> freshRefusals = new ArrayList<>();
        private final List<CompletableFuture<Void>> others = new ArrayList<>();
        private final Map<ErrorCode, Integer> rejected = new EnumMap<>(ErrorCode.class);
        private final Map<ErrorCode, Integer> rejectedAgain = new EnumMap<>(ErrorCode.class);
        private final List<Rejection> rejections = new ArrayList<>();
        private int duplicate;

        Batch(Message message) {
            this.message = message;
        }

        CompletionStage<BatchOutcome> outcome() {
            sort();
            return CompletableFuture.allOf(send())
                    .handle((done, fault) -> {
                        settleClaim(fault);
                        return fault;
                    })
                    .thenCompose(fault -> fault == null
                            ? CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
                            : CompletableFuture.failedFuture(fault))
                    .thenApply(done -> new BatchOutcome(
                            fresh.size(), duplicate, rejected, rejectedAgain, message.ignored(), rejections))
                    .exceptionallyCompose(
                            fault -> CompletableFuture.failedFuture(
                                    new Refusal(
                                            ErrorCode.UNAVAILABLE,
                                            "The broker did not acknowledge every record in time; what it did is not published again.")));
        }

        /** Sends everything, but stops at a record that the producer does not even take: so would the rest be. */
        private CompletableFuture<?>[] send() {
            List<CompletableFuture<Void>> sent = new ArrayList<>(fresh.size() + freshRefusals.size());
            Iterator<Entity.Position> positions = fresh.iterator();
            Iterator<Refused> refusals = freshRefusals.iterator();
            boolean taken = true;
            while (taken && (positions.hasNext() || refusals.hasNext())) {
                CompletableFuture<Void> next =
                        positions.hasNext() ? publish(positions.next()) : quarantine(refusals.next());
                taken = !next.isCompletedExceptionally();
                sent.add(next);
            }
            return sent.toArray(CompletableFuture[]::new);
        }

        private void sort() {
            forgetOld(now);
            Moment moment = new Moment(now.getEpochSecond(), recorded.getAsBoolean());
            synchronized (Intake.this) {
                for (Entity entity : message.entities()) {
                    Optional<Finding> finding = PositionChecks.finding(entity, moment);
                    if (finding.isPresent()) {
                        refuse(entity, finding.get());
                    } else {
                        sort((Entity.Position) entity);
                    }
                }
            }
        }

        private void sort(Entity.Position entity) {
            VehiclePosition p = entity.position();
            if (published.contains(p.vehicleId(), p.timestamp()) || !claim(claimOn(entity))) {
                duplicate++;
            } else {
                fresh.add(entity);
            }
        }

        private void refuse(Entity entity, Finding finding) {
            String id = Records.refusalId(entity, finding);
            if (rejections.size() < REJECTIONS_TOLD) {
                rejections.add(Rejection.of(entity.id(), finding.code(), finding.reason()));
            }
            Refused refusal = new Refused(id, entity, finding);
            if (refused.contains(id) || !claim(claimOn(refusal))) {
                rejectedAgain.merge(finding.code(), 1, Integer::sum);
            } else {
                rejected.merge(finding.code(), 1, Integer::sum);
                freshRefusals.add(refusal);
            }
        }

        /** Claims a record for this batch; where another batch has it, this one waits for that one's end. */
        private boolean claim(String key) {
            CompletableFuture<Void> other = claimed.putIfAbsent(key, claim);
            if (other != null && other != claim) {
                others.add(other);
            }
            return other == null;
        }

        private CompletableFuture<Void> publish(Entity.Position entity) {
            var record = records.published(entity.position());
            return sender.send(record)
                    .thenAccept(at -> {
                        health.rawUpTo(at.partition(), at.offset() + 1);
                        health.published(record.timestamp());
                        rememberPublished(
                                entity.position().vehicleId(), entity.position().timestamp());
                    })
                    .toCompletableFuture();
        }

        private CompletableFuture<Void> quarantine(Refused refusal) {
            return sender.send(records.refused(refusal.entity(), refusal.finding(), now))
                    .thenAccept(at -> {
                        health.quarantined(at.offset(), refusal.finding().code().code());
                        rememberRefused(refusal.id());
                    })
                    .toCompletableFuture();
        }

        private void settleClaim(Throwable fault) {
            List<String> keys = new ArrayList<>(fresh.size() + freshRefusals.size());
            fresh.forEach(p -> keys.add(claimOn(p)));
            freshRefusals.forEach(r -> keys.add(claimOn(r)));
            synchronized (Intake.this) {
                if (fault == null) {
                    keys.forEach(claimed::remove);
                } else {
                    doubted.addAll(keys);
                    certain = false;
                }
            }
            if (fault == null) {
                claim.complete(null);
            } else {
                claim.completeExceptionally(fault);
            }
        }
    }

    private static String claimOn(Entity.Position entity) {
        return entity.position().vehicleId() + ':' + entity.position().timestamp();
    }

    private static String claimOn(Refused refusal) {
        return '!' + refusal.id();
    }

    private record Refused(String id, Entity entity, Finding finding) {}
}
