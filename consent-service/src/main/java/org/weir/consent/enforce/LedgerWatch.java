package org.weir.consent.enforce;

import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.ledger.Checkpoint;
import org.weir.schemas.topic.Topics;

/** Follows the ledger's checkpoints, so that sharing rests while they do not come. One for all workers of a process. */
public final class LedgerWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LedgerWatch.class);

    private final LedgerCover cover;
    private final FollowedTopic topic;

    /** @param stall how long an entry may wait for its checkpoint */
    public LedgerWatch(KafkaSettings kafka, Duration stall, String group) {
        this.cover = new LedgerCover(stall);
        this.topic = new FollowedTopic(kafka, Topics.LEDGER_CHECKPOINTS.pattern(), group, this::handle);
    }

    /** An entry was committed at that offset. */
    void committed(long offset) {
        cover.committed(offset, System.nanoTime());
    }

    /** Whether nothing more may be shared until checkpoints come again. */
    boolean stalled() {
        return cover.stalled(System.nanoTime());
    }

    /** Waits a little for a checkpoint. */
    void await() {
        topic.catchUp(Duration.ofMillis(500));
    }

    @Override
    public void close() {
        topic.close();
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                if (record.value() != null) {
                    Checkpoint checkpoint = Json.TOLERANT.readValue(record.value(), Checkpoint.class);
                    cover.covered(checkpoint.ledgerOffset(), System.nanoTime());
                }
            } catch (IOException | RuntimeException e) {
                // It covers nothing: sharing rests where no other one comes.
                LOG.warnf("A checkpoint cannot be read; offset=%d", record.offset());
            }
        }
    }
}
