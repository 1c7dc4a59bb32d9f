package org.weir.ingest.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.weir.ingest.check.Finding;
import org.weir.ingest.check.Moment;
import org.weir.ingest.check.PositionChecks;
import org.weir.ingest.decode.Entity;
import org.weir.ingest.decode.Message;
import org.weir.ingest.health.BatchOutcome;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.Rejection;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** One message on its way: sorted into new, seen and refused; sent; acknowledged. */
final class Batch {
    private static final Logger LOG = Logger.getLogger(Batch.class);
    private static final int REJECTIONS_TOLD = 100;

    private final Claims claims;
    private final Records records;
    private final RecordSender sender;
    private final FeedHealth health;
    private final Instant now;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final List<Entity.Position> fresh = new ArrayList<>();
    private final List<Refused> refusals = new ArrayList<>();
    private final List<CompletableFuture<Void>> others = new ArrayList<>();
    private final Map<ErrorCode, Integer> rejected = new EnumMap<>(ErrorCode.class);
    private final Map<ErrorCode, Integer> rejectedAgain = new EnumMap<>(ErrorCode.class);
    private final List<Rejection> rejections = new ArrayList<>();
    private int duplicate;

    private record Refused(String id, Entity entity, Finding finding) {}

    /** @param now when it came */
    Batch(Claims claims, Records records, RecordSender sender, FeedHealth health, Instant now) {
        this.claims = claims;
        this.records = records;
        this.sender = sender;
        this.health = health;
        this.now = now;
    }

    /** Ends when everything is acknowledged; fails with {@code unavailable} where it is not. */
    CompletionStage<BatchOutcome> take(Message message, boolean anyAge) {
        try {
            claim(message, new Moment(now.getEpochSecond(), anyAge));
        } catch (RuntimeException fault) {
            // Claims that nobody ends would keep every later message of the same records waiting.
            end(fault);
            throw fault;
        }
        return CompletableFuture.allOf(send())
                .handle((acknowledged, fault) -> end(fault))
                .thenCompose(fault -> fault == null
                        ? CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
                        : CompletableFuture.failedFuture(fault))
                .thenApply(done -> new BatchOutcome(
                        fresh.size(), duplicate, rejected, rejectedAgain, message.ignored(), rejections))
                .exceptionallyCompose(fault -> CompletableFuture.failedFuture(new Refusal(
                        ErrorCode.UNAVAILABLE,
                        "The broker did not acknowledge every record in time; what it did is not published again.")));
    }

    private void claim(Message message, Moment moment) {
        for (Entity entity : message.entities()) {
            Optional<Finding> finding = PositionChecks.finding(entity, moment);
            if (finding.isPresent()) {
                refuse(entity, finding.get());
            } else {
                sort((Entity.Position) entity);
            }
        }
    }

    private void sort(Entity.Position entity) {
        Claims.Standing standing = claims.claim(entity, end);
        standing.awaited().ifPresent(others::add);
        if (standing.mine()) {
            fresh.add(entity);
        } else {
            duplicate++;
        }
    }

    private void refuse(Entity entity, Finding finding) {
        if (rejections.size() < REJECTIONS_TOLD) {
            rejections.add(Rejection.of(entity.id(), finding.code(), finding.reason()));
        }
        String id = Records.refusalId(entity, finding);
        Claims.Standing standing = claims.claimRefusal(id, end);
        standing.awaited().ifPresent(others::add);
        if (standing.mine()) {
            refusals.add(new Refused(id, entity, finding));
        }
        (standing.mine() ? rejected : rejectedAgain).merge(finding.code(), 1, Integer::sum);
    }

    /** Sends everything, but stops at a record that the producer does not even take: so would the rest be. */
    private CompletableFuture<?>[] send() {
        List<CompletableFuture<Void>> sent = new ArrayList<>(fresh.size() + refusals.size());
        Iterator<Entity.Position> positions = fresh.iterator();
        Iterator<Refused> refused = refusals.iterator();
        boolean taken = true;
        while (taken && (positions.hasNext() || refused.hasNext())) {
            CompletableFuture<Void> next = sendNext(positions, refused);
            taken = !next.isCompletedExceptionally();
            sent.add(next);
        }
        return sent.toArray(CompletableFuture[]::new);
    }

    /** Fails, but never throws: what was sent before is on its way, and its end must be waited for. */
    private CompletableFuture<Void> sendNext(Iterator<Entity.Position> positions, Iterator<Refused> refused) {
        try {
            return positions.hasNext() ? publish(positions.next()) : quarantine(refused.next());
        } catch (RuntimeException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    private CompletableFuture<Void> publish(Entity.Position entity) {
        var record = records.published(entity.position());
        return sender.send(record)
                .thenAccept(at -> {
                    health.rawUpTo(at.partition(), at.offset() + 1);
                    health.published(record.timestamp());
                    claims.published(
                            entity.position().vehicleId(), entity.position().timestamp());
                })
                .toCompletableFuture();
    }

    private CompletableFuture<Void> quarantine(Refused refusal) {
        return sender.send(records.refused(refusal.entity(), refusal.finding(), now))
                .thenAccept(at -> {
                    health.quarantined(at.offset(), refusal.finding().code().code());
                    claims.refused(refusal.id());
                })
                .toCompletableFuture();
    }

    private Throwable end(Throwable fault) {
        List<String> keys = new ArrayList<>(fresh.size() + refusals.size());
        fresh.forEach(p -> keys.add(Claims.on(p)));
        refusals.forEach(r -> keys.add(Claims.on(r.id())));
        claims.ended(keys, fault == null);
        if (fault == null) {
            end.complete(null);
        } else {
            LOG.warnf("Not every record of a message was published: %s; topic=%s", fault.getMessage(), records.topic());
            end.completeExceptionally(fault);
        }
        return fault;
    }
}
