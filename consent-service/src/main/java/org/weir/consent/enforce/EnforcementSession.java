package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.weir.consent.enforce.BatchEnforcement.Batch;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.Json;
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
    private static final Duration IDLE = Duration.ofMillis(50);

    private final WorkerSettings settings;
    private final FollowedPlans followed;
    private final Intake intake;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final LedgerWatch ledger;
    private final EnforcementMeters meters;
    private final Clock clock;
    private final TransactionalOutlet outlet;
    private final StatusReport status;
    private final BatchEnforcement enforcement;
    private final Positions positions = new Positions();
    private final Map<String, Integer> feedPartitions = new HashMap<>();
    private boolean open;
    private boolean rewind;
    private boolean confirmed;
    private boolean over;
    private long openSince;

    EnforcementSession(
            WorkerSettings settings,
            Workplace place,
            Intake intake,
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer) {
        this.settings = settings;
        this.followed = place.plans();
        this.intake = intake;
        this.consumer = consumer;
        this.producer = producer;
        this.ledger = place.ledger();
        this.meters = place.meters();
        this.clock = place.clock();
        this.outlet = new TransactionalOutlet(producer, place.topics(), place.seal(), clock);
        this.status = new StatusReport(settings.id(), producer, clock);
        this.enforcement = new BatchEnforcement(Plans.NONE, outlet, intake);
    }

    /** Begins: whatever an earlier life has open is aborted first. */
    void begin() {
        producer.initTransactions();
    }

    /** Whether a batch is open that can be aborted. */
    boolean isOpen() {
        return open;
    }

    /** Does one step; returns soon. */
    void step() {
        if (!open && !prepare()) {
            return;
        }
        Intake.Taken taken = intake.take(consumer, open ? settings.linger() : IDLE, enforcement.plans(), clock);
        if (rewind) {
            abort(null);
            return;
        }
        if (!open && !(taken.records().isEmpty() && positions.isEmpty())) {
            producer.beginTransaction();
            open = true;
            openSince = System.nanoTime();
        }
        enforce(taken.records(), taken.now());
        // A change does not wait until the transaction is long enough: somebody waits for its receipt.
        boolean changed = followed.plans() != enforcement.plans();
        if (open && (changed || taken.records().isEmpty() || isLongEnough())) {
            commit();
        }
    }

    /**
     * Gives up what is open and goes back to what is committed.
     *
     * @param why what went wrong; null where nothing did
     */
    void abort(Throwable why) {
        if (open) {
            producer.abortTransaction();
            open = false;
        }
        rewind = false;
        enforcement.takeTallies();
        outlet.forget(why);
        positions.committed();
        Set<TopicPartition> assigned = consumer.assignment();
        intake.forget(assigned);
        begin(assigned).forEach(consumer::seek);
    }

    /** Leaves in order: commits what is open and says so. */
    void end() {
        if (open) {
            commit();
        }
        status.stopped();
    }

    /** Commits nothing more, whatever the consumer tells while it is closed: its producer may be gone. */
    void over() {
        over = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (over) {
            return;
        }
        if (open && !partitions.isEmpty()) {
            try {
                commit();
            } catch (KafkaException e) {
                LOG.infof("A batch is given up, because its partitions move; enforcer=%s", settings.id());
                rewind = true;
            }
        }
        positions.leave(partitions);
        intake.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        rewind = true;
        positions.leave(partitions);
        intake.forget(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            begin(partitions).forEach(consumer::seek);
        }
    }

    /** Reads what is committed of partitions, and says where each of them goes on. */
    private Map<TopicPartition, OffsetAndMetadata> begin(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
        committed.values().removeIf(java.util.Objects::isNull);
        positions.begin(committed, partitions);
        List<TopicPartition> fresh =
                partitions.stream().filter(p -> !committed.containsKey(p)).toList();
        if (!fresh.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> beginnings = intake.beginnings(fresh);
            // Committed with the next transaction, so that a restart begins at the same place.
            positions.read(beginnings);
            committed.putAll(beginnings);
            List<TopicPartition> unread =
                    fresh.stream().filter(p -> !beginnings.containsKey(p)).toList();
            if (!unread.isEmpty()) {
                consumer.seekToBeginning(unread);
            }
        }
        return committed;
    }

    /** Between transactions: takes the plans of now, confirms them, and stays still without fresh ones. */
    private boolean prepare() {
        Plans now = followed.plans();
        if (now != enforcement.plans()) {
            enforcement.adopt(now);
        }
        status.working(now.epoch());
        if (!confirmed) {
            confirmed = followed.catchUp(settings.lease());
            return false;
        }
        if (!followed.isFreshWithin(settings.lease())) {
            LOG.warnf("Agreements have not been heard of for the lease; sharing rests; enforcer=%s", settings.id());
            meters.resting(settings.id(), "lease");
            followed.catchUp(Duration.ofSeconds(1));
            return false;
        }
        if (ledger.stalled()) {
            LOG.warnf("ALARM: The ledger's checkpoints do not come; sharing rests; enforcer=%s", settings.id());
            meters.resting(settings.id(), "ledger");
            ledger.await();
            return false;
        }
        meters.working(settings.id());
        intake.subscribe(consumer, now, this);
        return true;
    }

    private void enforce(ConsumerRecords<byte[], byte[]> records, Instant now) {
        for (TopicPartition each : records.partitions()) {
            int partitions = feedPartitions.computeIfAbsent(
                    each.topic(), topic -> consumer.partitionsFor(topic).size());
            enforcement.take(new Batch(
                    Topics.feedOfRaw(each.topic()), records.records(each), positions.quotas(each), partitions, now));
        }
        positions.read(records.nextOffsets());
    }

    private boolean isLongEnough() {
        return System.nanoTime() - openSince >= settings.transaction().toNanos();
    }

    private void commit() {
        if (!followed.isFreshWithin(settings.lease())) {
            rewind = true;
            throw new LeaseOver();
        }
        // The ledger says where the records lie, which is known when the broker has them.
        producer.flush();
        List<LedgerEntry> entries = new ArrayList<>();
        Future<RecordMetadata> last = null;
        long epoch = enforcement.plans().epoch();
        for (Tally tally : enforcement.takeTallies()) {
            LedgerEntry entry = tally.entry(settings.id(), epoch, clock.instant(), outlet.sealed(tally.sharedTopic()));
            entries.add(entry);
            last = producer.send(new ProducerRecord<>(
                    Topics.LEDGER.pattern(), tally.key().getBytes(StandardCharsets.UTF_8), Json.bytes(entry)));
        }
        producer.sendOffsetsToTransaction(positions.toCommit(enforcement.plans()), consumer.groupMetadata());
        producer.commitTransaction();
        open = false;
        positions.committed();
        outlet.committed();
        entries.forEach(meters::committed);
        if (last != null) {
            ledger.committed(SentRecords.offset(last));
        }
    }

    /** The newest agreements have not been heard of for too long to commit anything. */
    static final class LeaseOver extends KafkaException {
        LeaseOver() {
            super("The lease is over.");
        }
    }
}
