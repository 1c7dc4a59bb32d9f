package org.weir.consent.topic;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far a partition reaches, asked on a connection of its own. A broker answers one request of a connection after the
 * other: where a reader waits for records, a question beside it would wait as long, half a second on a quiet topic.
 */
final class TopicEnd implements AutoCloseable {
    private final TopicPartition partition;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private Consumer<byte[], byte[]> consumer;
    private boolean closed;

    TopicEnd(TopicPartition partition, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.partition = partition;
        this.consumers = consumers;
    }

    /** The offset behind the last record that the reader would see; empty where the broker does not say in time. */
    synchronized OptionalLong ask(Duration atMost) {
        if (closed) {
            return OptionalLong.empty();
        }
        try {
            if (consumer == null) {
                consumer = consumers.get();
            }
            return OptionalLong.of(
                    consumer.endOffsets(List.of(partition), atMost).get(partition));
        } catch (TimeoutException e) {
            return OptionalLong.empty();
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
    }

    private void forget() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
