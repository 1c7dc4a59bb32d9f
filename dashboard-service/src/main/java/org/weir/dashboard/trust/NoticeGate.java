package org.weir.dashboard.trust;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.weir.schemas.agreement.AgreementNotice;

/**
 * Lets notices pass in the order of their topic, and none before it can be told whose word it is: as long as the hub's
 * keys are out of reach the topic is held at the first that waits, and other topics of the consumer go on. For one
 * consumer and its thread.
 */
public final class NoticeGate {
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(NoticeGate.class);

    private final SignedNotices notices;
    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private boolean told;
    private boolean waiting;
    private long since;

    /** @param partition where the notices come, all of them */
    public NoticeGate(SignedNotices notices, Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        this.notices = notices;
        this.consumer = consumer;
        this.partition = partition;
    }

    /** Before each poll: where a notice has waited for a moment, it comes again. */
    public void open() {
        open(System.nanoTime());
    }

    void open(long now) {
        if (waiting && now - since >= PAUSE.toNanos()) {
            waiting = false;
            consumer.resume(List.of(partition));
        }
    }

    /**
     * The notice that a record is; empty where it says nothing, and where it waits and comes again.
     *
     * @throws IOException where the hub signed what cannot be read here
     */
    public Optional<AgreementNotice> pass(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (waiting) {
            // It came in one go with the one that waits, and comes again behind it.
            return Optional.empty();
        }
        try {
            Optional<AgreementNotice> notice = notices.read(record);
            told = false;
            return notice;
        } catch (KeysOutOfReach e) {
            hold(record, e);
            return Optional.empty();
        }
    }

    private void hold(ConsumerRecord<byte[], byte[]> record, KeysOutOfReach why) {
        consumer.seek(partition, record.offset());
        consumer.pause(List.of(partition));
        waiting = true;
        since = System.nanoTime();
        if (!told) {
            LOG.warnf("Notices wait for the hub's keys: %s", why.getMessage());
        }
        told = true;
    }
}
