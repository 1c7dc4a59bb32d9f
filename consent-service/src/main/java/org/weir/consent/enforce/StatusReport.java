package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.topic.Json;
import org.weir.schemas.ledger.EnforcementStatus;
import org.weir.schemas.topic.Topics;

/**
 * Says by which epoch an enforcer works. Each report is a transaction of its own, so that it cannot overtake what the
 * same producer committed before.
 */
final class StatusReport {
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(1).toNanos();

    private final String enforcer;
    private final Producer<byte[], byte[]> producer;
    private final Clock clock;
    private long epoch = -1;
    private long at;

    StatusReport(String enforcer, Producer<byte[], byte[]> producer, Clock clock) {
        this.enforcer = enforcer;
        this.producer = producer;
        this.clock = clock;
    }

    /** Reports a new epoch at once, and the same one now and then. */
    void working(long now) {
        if (now != epoch || System.nanoTime() - at >= HEARTBEAT_NANOS) {
            report(now, false);
        }
    }

    void stopped() {
        report(epoch, true);
    }

    private void report(long reported, boolean stopped) {
        EnforcementStatus status = new EnforcementStatus(enforcer, reported, stopped, clock.instant());
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(
                Topics.ENFORCEMENT_STATUS.pattern(), enforcer.getBytes(StandardCharsets.UTF_8), Json.bytes(status)));
        producer.commitTransaction();
        epoch = reported;
        at = System.nanoTime();
    }
}
