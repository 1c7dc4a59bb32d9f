package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.ledger.EnforcementStatus;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.topic.Topics;

/**
 * One life of a consumer and its transactional producer: poll, decide, shape, send, commit, all on one thread. Plans
 * change between transactions only, and the change is confirmed before anything is shared by it.
 *
 * <p>Why nothing is shared after a receipt: a session shares only after it has reported itself and has then read every
 * agreement that was published up to that report. So whoever publishes a change and then reads all reports either finds
 * this session among them, or this session finds the change.
 */
final class EnforcementSession implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(EnforcementSession.class);
    private static final Pattern RAW = Pattern.compile(Pattern.quote(Topics.RAW.prefix()) + ".+");
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(1).toNanos();

    private final WorkerSettings settings;
    private final FollowedPlans followed;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final EnforcementMeters meters;
    private final Clock clock;
    private final Outlet outlet;
    private final Map<TopicPartition, OffsetAndMetadata> consumed = new HashMap<>();
    private BatchEnforcement enforcement;
    private boolean open;
    private boolean rewind;
    private boolean confirmed;
    private long openSince;
    private long reportedAt;
    private long reportedEpoch = -1;

    EnforcementSession(
            WorkerSettings settings,
            FollowedPlans followed,
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            TopicKeeper topics,
            EnforcementMeters meters,
            Clock clock) {
        this.settings = settings;
        this.followed = followed;
        this.consumer = consumer;
        this.producer = producer;
        this.meters = meters;
        this.clock = clock;
        this.outlet = new TransactionalOutlet(producer, topics, clock);
        this.enforcement = new BatchEnforcement(Plans.NONE, outlet);
    }

    /** Begins: whatever an earlier life has open is aborted first. */
    void begin() {
        producer.initTransactions();
        consumer.subscribe(RAW, this);
    }

    /** Does one step; returns soon. */
    void step() {
        if (!open) {
            if (!prepare()) {
                return;
            }
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(open ? settings.linger() : IDLE);
        if (rewind) {
            abort();
            return;
        }
        if (!records.isEmpty()) {
            take(records);
        }
        if (open
                && (records.isEmpty()
                        || System.nanoTime() - openSince
                                >= settings.transaction().toNanos())) {
            commit();
        }
    }

    /** Gives up what is open and goes back to what is committed. */
    void abort() {
        if (open) {
            producer.abortTransaction();
            open = false;
        }
        rewind = false;
        enforcement = new BatchEnforcement(enforcement.plans(), outlet);
        consumed.clear();
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
        for (TopicPartition each : assigned) {
            OffsetAndMetadata at = committed.get(each);
            if (at == null) {
                consumer.seekToBeginning(List.of(each));
            } else {
                consumer.seek(each, at);
            }
        }
    }

    /** Leaves in order: commits what is open and says so. */
    void end() {
        if (open) {
            commit();
        }
        report(reportedEpoch, true);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (open && !partitions.isEmpty()) {
            try {
                commit();
            } catch (KafkaException e) {
                LOG.infof("A batch is given up, because its partitions move; enforcer=%s", settings.id());
                rewind = true;
            }
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        rewind = true;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // Each begins where it was committed.
    }

    /** Between transactions: takes the plans of now, confirms them, and stays still without fresh ones. */
    private boolean prepare() {
        Plans now = followed.plans();
        if (now != enforcement.plans()) {
            enforcement = new BatchEnforcement(now, outlet);
        }
        if (now.epoch() != reportedEpoch || System.nanoTime() - reportedAt >= HEARTBEAT_NANOS) {
            report(now.epoch(), false);
        }
        if (!confirmed) {
            confirmed = followed.catchUp(settings.lease());
            return false;
        }
        if (!followed.isFreshWithin(settings.lease())) {
            LOG.warnf("Agreements have not been heard of for the lease; sharing rests; enforcer=%s", settings.id());
            followed.catchUp(Duration.ofSeconds(1));
            return false;
        }
        return true;
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        if (!open) {
            producer.beginTransaction();
            open = true;
            openSince = System.nanoTime();
        }
        Instant now = clock.instant();
        for (TopicPartition each : records.partitions()) {
            enforcement.take(Topics.feedOfRaw(each.topic()), records.records(each), now);
        }
        consumed.putAll(records.nextOffsets());
    }

    private void commit() {
        if (!followed.isFreshWithin(settings.lease())) {
            rewind = true;
            throw new LeaseOver();
        }
        List<LedgerEntry> entries = new ArrayList<>();
        for (Tally tally : enforcement.takeTallies()) {
            LedgerEntry entry = tally.entry(settings.id(), enforcement.plans().epoch(), clock.instant());
            entries.add(entry);
            producer.send(new ProducerRecord<>(
                    Topics.LEDGER.pattern(), tally.key().getBytes(StandardCharsets.UTF_8), Json.bytes(entry)));
        }
        producer.sendOffsetsToTransaction(consumed, consumer.groupMetadata());
        producer.commitTransaction();
        open = false;
        consumed.clear();
        entries.forEach(meters::committed);
    }

    /** In a transaction of its own, so that it cannot overtake what this producer committed before. */
    private void report(long epoch, boolean stopped) {
        EnforcementStatus status = new EnforcementStatus(settings.id(), epoch, stopped, clock.instant());
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(
                Topics.ENFORCEMENT_STATUS.pattern(),
                settings.id().getBytes(StandardCharsets.UTF_8),
                Json.bytes(status)));
        producer.commitTransaction();
        reportedEpoch = epoch;
        reportedAt = System.nanoTime();
    }

    /** The newest agreements have not been heard of for too long to commit anything. */
    static final class LeaseOver extends KafkaException {
        LeaseOver() {
            super("The lease is over.");
        }
    }
}
