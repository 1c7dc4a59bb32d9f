package org.weir.consent.ledger.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.weir.consent.ledger.LogBatch;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.note.LedgerSigner.ContradictsItself;
import org.weir.consent.ledger.tree.GrowingTree;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.KeptGoing;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.topic.Topics;

/**
 * Follows the ledger's topic into the Merkle log and its sums, each record exactly once: the offset is kept with them.
 * Within a second of new leaves there is a signed checkpoint. Any number of processes may do so at once.
 */
@ApplicationScoped
class LedgerFollower {
    private static final Logger LOG = Logger.getLogger(LedgerFollower.class);
    private static final TopicPartition LEDGER = new TopicPartition(Topics.LEDGER.pattern(), 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FEEDS = Duration.ofSeconds(5);

    /** A poll takes up to 200 ms and a batch about as long: half a second in between keeps the promise of one. */
    private static final long SIGN_NANOS = Duration.ofMillis(500).toNanos();

    /** One transaction's worth: about two megabytes of leaves. */
    private static final int MOST = 5_000;

    private final KafkaSettings kafka;
    private final TopicKeeper topics;
    private final KnownFeeds feeds;
    private final Database database;
    private final LedgerLog log;
    private final LedgerSigner signer;
    private final Clock clock;
    private final LedgerMeters meters;
    private final KeptGoing going = new KeptGoing("consent-ledger", "The ledger", this::prepareAndFollow);
    private long signedAt = System.nanoTime() - SIGN_NANOS;
    private boolean contradicts;

    LedgerFollower(
            KafkaSettings kafka,
            TopicKeeper topics,
            KnownFeeds feeds,
            Database database,
            LedgerLog log,
            LedgerSigner signer,
            Clock clock,
            MeterRegistry registry) {
        this.kafka = kafka;
        this.topics = topics;
        this.feeds = feeds;
        this.database = database;
        this.log = log;
        this.signer = signer;
        this.clock = clock;
        this.meters = new LedgerMeters(registry, clock);
    }

    void start(@Observes StartupEvent started) {
        going.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        going.stop();
    }

    private void prepareAndFollow() {
        topics.create(Topics.LEDGER);
        topics.create(Topics.LEDGER_CHECKPOINTS);
        // A day is the agency's: whose feed is whose must be known before days are counted.
        feeds.catchUp(FEEDS);
        follow();
    }

    private void follow() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings());
                CheckpointTopic topic = new CheckpointTopic(kafka)) {
            Checkpointer checkpointer = new Checkpointer(
                    database,
                    signer,
                    topic::publish,
                    clock,
                    CheckpointTopic.newest(kafka, signer.key().name()).orElse(null));
            consumer.assign(List.of(LEDGER));
            GrowingTree tree = null;
            long next = 0;
            while (!going.stopping()) {
                if (tree == null) {
                    LedgerLog.Reach reach = log.reach();
                    tree = log.tree(reach.size());
                    next = reach.nextOffset();
                    if (next == 0) {
                        // The topic may have forgotten its first years before there was a log.
                        consumer.seekToBeginning(List.of(LEDGER));
                    } else {
                        consumer.seek(LEDGER, next);
                    }
                    meters.appended(reach.size());
                }
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    LogBatch batch = batch(next, records);
                    if (log.append(tree, batch, feeds::zoneOf)) {
                        next = batch.to();
                        meters.appended(tree.size());
                    } else {
                        // Another process was here first; go on where it is.
                        tree = null;
                    }
                }
                sign(checkpointer);
            }
        }
    }

    private void sign(Checkpointer checkpointer) {
        if (System.nanoTime() - signedAt < SIGN_NANOS) {
            return;
        }
        signedAt = System.nanoTime();
        try {
            long size = checkpointer.sign().map(c -> c.size()).orElse(0L);
            checkpointer.publish();
            meters.covered(size);
            contradicts = false;
        } catch (ContradictsItself e) {
            if (!contradicts) {
                LOG.errorf("ALARM: no checkpoint is signed any more, and sharing will rest: %s", e.getMessage());
            }
            contradicts = true;
            meters.covered(0);
        }
        meters.contradicts(contradicts);
    }

    private static LogBatch batch(long from, ConsumerRecords<byte[], byte[]> records) {
        List<LogBatch.Leaf> leaves = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] bytes = record.value() == null ? new byte[0] : record.value();
            leaves.add(new LogBatch.Leaf(record.offset(), bytes, entry(record.offset(), bytes)));
        }
        return new LogBatch(from, records.nextOffsets().get(LEDGER).offset(), leaves);
    }

    private static LedgerEntry entry(long offset, byte[] bytes) {
        try {
            return Json.TOLERANT.readValue(bytes, LedgerEntry.class);
        } catch (IOException | RuntimeException e) {
            LOG.errorf("An entry of the ledger cannot be read; it is a leaf, and is not summed; offset=%d", offset);
            return null;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("consent-ledger"));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        // An offset that is gone means leaves that are lost: that must not pass unseen.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }
}
