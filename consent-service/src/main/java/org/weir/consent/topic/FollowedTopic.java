package org.weir.consent.topic;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Follows a topic of one partition from its first record, on a thread of its own, and knows since when it has missed
 * nothing: at the moment {@link #freshAt} everything that had been committed to the topic had been handled here.
 */
public final class FollowedTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FollowedTopic.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration ASK = Duration.ofSeconds(2);
    /** How often it asks how far the topic reaches when nobody waits for it. */
    private static final long CHECK_NANOS = Duration.ofMillis(500).toNanos();

    /** Between a failure and the next attempt. */
    private static final long PAUSE_MILLIS = 200;

    private final TopicPartition partition;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> handler;
    private final Thread thread;
    private final Object news = new Object();
    private volatile boolean stopping;
    private volatile boolean wanted = true;
    private volatile boolean everFresh;
    private volatile long freshAt;

    /**
     * Begins to follow.
     *
     * @param handler is called on one thread only, in the order of the topic; where it throws, the topic is read again
     *     from its first record, and until that is done nobody may take what is known here for all there is
     */
    public FollowedTopic(
            KafkaSettings kafka,
            String topic,
            String group,
            java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> handler) {
        this(() -> new KafkaConsumer<>(kafka.consumer(group)), topic, group, handler);
    }

    /** @param consumers gives a new one whenever the one before has failed */
    FollowedTopic(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            String group,
            java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> handler) {
        this.consumers = consumers;
        this.partition = new TopicPartition(topic, 0);
        this.handler = handler;
        this.thread = new Thread(this::run, group + "-" + topic);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether everything has been handled here that was committed up to some moment within the last {@code lease}. */
    public boolean isFreshWithin(Duration lease) {
        return everFresh && System.nanoTime() - freshAt <= lease.toNanos();
    }

    /** Waits until everything has been handled that was committed before the call; false where that takes too long. */
    public boolean catchUp(Duration atMost) {
        long from = System.nanoTime();
        long until = from + atMost.toNanos();
        synchronized (news) {
            while (!everFresh || freshAt - from < 0) {
                long left = until - System.nanoTime();
                if (left <= 0 || stopping) {
                    return false;
                }
                wanted = true;
                try {
                    news.wait(Math.max(1, Math.min(left / 1_000_000, POLL.toMillis())));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        synchronized (news) {
            stopping = true;
            news.notifyAll();
        }
        try {
            thread.join(ASK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (RuntimeException e) {
                // Whatever it was: without this thread nothing would be heard of the topic ever again.
                failed(e);
            }
        }
    }

    /** Until the topic has been read to its end again, nobody may take what is known here for all there is. */
    private void failed(RuntimeException why) {
        synchronized (news) {
            everFresh = false;
            wanted = true;
            if (stopping) {
                return;
            }
            LOG.warnf(why, "A topic cannot be followed and is tried again; topic=%s", partition.topic());
            try {
                news.wait(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                // Tried again at once; where this is the end, the loop's condition says so.
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (!stopping) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                handler.accept(records);
            }
            if (wanted || System.nanoTime() - freshAt > CHECK_NANOS) {
                check(consumer);
            }
        }
    }

    private void check(Consumer<byte[], byte[]> consumer) {
        long asked = System.nanoTime();
        wanted = false;
        long end;
        try {
            end = consumer.endOffsets(List.of(partition), ASK).get(partition);
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            return;
        }
        if (consumer.position(partition, ASK) >= end) {
            synchronized (news) {
                freshAt = asked;
                everFresh = true;
                news.notifyAll();
            }
        } else {
            wanted = true;
        }
    }
}
