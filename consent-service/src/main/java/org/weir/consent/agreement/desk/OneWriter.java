package org.weir.consent.agreement.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Writes as the only one among all processes, whole or not at all: whoever begins locks out whoever began before and
 * aborts what that one has open. Whoever begins, then reads what is to be written, then writes it, therefore never writes
 * anything behind what another wrote in between. For one thread at a time.
 */
final class OneWriter implements AutoCloseable {
    private final Supplier<Producer<String, byte[]>> producers;
    private Producer<String, byte[]> producer;
    private boolean lockedOut;

    /** @param producers each with the same transactional id, which is the lock */
    OneWriter(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /** Begins, where it has not or was locked out; otherwise it asks nobody. */
    void begin() {
        lockedOut = false;
        if (producer != null) {
            return;
        }
        Producer<String, byte[]> next = producers.get();
        try {
            next.initTransactions();
            producer = next;
        } catch (KafkaException e) {
            next.close(Duration.ZERO);
            throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not let changes be published.");
        }
    }

    /** Whether the last writing came to nothing because another has begun since. */
    boolean wasLockedOut() {
        return lockedOut;
    }

    /**
     * Writes all of it.
     *
     * @return where each record lies
     * @throws Refusal where nothing is certain; what may be there of it is whole, and is written again after the next
     *     beginning
     */
    List<RecordMetadata> write(List<ProducerRecord<String, byte[]>> records) {
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            // Sends what is left and waits for it: one more round trip than without a transaction, and no other.
            producer.commitTransaction();
            List<RecordMetadata> written = new ArrayList<>();
            for (Future<RecordMetadata> each : sent) {
                written.add(each.get());
            }
            return written;
        } catch (KafkaException | ExecutionException e) {
            lockedOut = isLock(e);
            end();
            throw new Refusal(ErrorCode.UNAVAILABLE, "The broker did not take the change; it is kept and tried again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
            throw new Refusal(ErrorCode.UNAVAILABLE, "The service is stopping.");
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
            producer = null;
        }
    }

    /** What is open is aborted by whoever begins next. */
    private void end() {
        producer.close(Duration.ZERO);
        producer = null;
    }

    private static boolean isLock(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ProducerFencedException
                    || t instanceof InvalidProducerEpochException
                    || t instanceof InvalidPidMappingException) {
                return true;
            }
        }
        return false;
    }
}
