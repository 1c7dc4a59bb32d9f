package org.weir.consent.agreement.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.ledger.EnforcementStatus;
import org.weir.schemas.topic.Topics;

/**
 * Waits until every enforcer works by an epoch. A silent one is locked out by its transactional id: what it has open is
 * aborted, and before it shares again it must have read every agreement anew.
 *
 * <p>A report counts as soon as the broker has it, committed or not: the broker takes the first record of a transaction
 * only when the one before it is complete, markers included, so whatever its sender shared by older plans lies before it.
 * And no enforcer can hide behind a transaction that another one left open.
 */
@ApplicationScoped
public class Confirmations {
    private static final Logger LOG = Logger.getLogger(Confirmations.class);
    /** How often it looks who has become late. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Before the first epoch. */
    private static final long NOTHING = -1;

    private final LiveEnforcers live = new LiveEnforcers();
    private final FollowedTopic topic;
    private final TopicKeeper topics;
    private final Duration lease;
    private final Duration patience;

    /** Who confirmed, and who was locked out. */
    public record Confirmed(List<String> enforcers, List<String> fenced) {}

    Confirmations(KafkaSettings kafka, TopicKeeper topics, ConsentSettings settings) {
        this.topics = topics;
        this.lease = settings.enforcer().lease();
        this.patience = settings.receipt().patience();
        topics.create(Topics.ENFORCEMENT_STATUS);
        this.topic =
                FollowedTopic.uncommitted(kafka, Topics.ENFORCEMENT_STATUS.pattern(), "consent-receipts", this::handle);
    }

    /**
     * Waits for all that lived when the epoch was published.
     *
     * @return empty where that takes longer than {@code atMost}
     */
    public Optional<Confirmed> await(long epoch, Duration atMost) {
        long from = System.nanoTime();
        List<String> fenced = new ArrayList<>();
        // Whoever reported before now is heard; whoever begins later reads the agreements after the epoch.
        if (!topic.catchUp(atMost)) {
            return Optional.empty();
        }
        while (!live.awaitNoneBehind(epoch, LOOK)) {
            long waited = System.nanoTime() - from;
            if (waited > atMost.toNanos() || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            // Whoever is dead or slow is locked out: if it lives, it aborts and begins anew by the plans of now.
            boolean longEnough = waited > patience.toNanos();
            for (String late : longEnough ? live.behind(epoch) : live.silent(epoch, System.nanoTime(), lease)) {
                lockOut(late);
                fenced.add(late);
            }
        }
        return Optional.of(new Confirmed(live.confirmed(epoch), List.copyOf(fenced)));
    }

    private void lockOut(String late) {
        long before = System.nanoTime();
        topics.fence(late);
        live.lockedOut(late, before);
        LOG.warnf("An enforcer that did not confirm was locked out; enforcer=%s", late);
    }

    @PreDestroy
    void close() {
        topic.close();
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null && record.value() != null) {
                live.heard(status(record), System.nanoTime());
            }
        }
    }

    /** A report that cannot be read confirms nothing: whoever sent it is waited for, and locked out where it stays so. */
    static EnforcementStatus status(ConsumerRecord<byte[], byte[]> record) {
        String enforcer = new String(record.key(), StandardCharsets.UTF_8);
        try {
            EnforcementStatus status = Json.TOLERANT.readValue(record.value(), EnforcementStatus.class);
            if (status != null && enforcer.equals(status.enforcer())) {
                return status;
            }
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "Unreadable; offset=%d", record.offset());
        }
        LOG.warnf("A report of an enforcer cannot be read and confirms nothing; enforcer=%s", enforcer);
        return new EnforcementStatus(enforcer, NOTHING, false, Instant.EPOCH);
    }
}
