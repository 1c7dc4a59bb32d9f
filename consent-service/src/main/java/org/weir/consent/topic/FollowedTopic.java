package org.weir.consent.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Follows a topic of one partition from its first record, on a thread of its own, and knows since when it has missed
 * nothing: at the moment {@link #freshAt} everything that was there to be seen in the topic had been handled here.
 */
public final class FollowedTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FollowedTopic.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration ASK = Duration.ofSeconds(2);
    /** How often it asks how far the topic reaches when nobody waits for it. */
    private static final long CHECK_NANOS = Duration.ofMillis(500).toNanos();

    /** Between a failure and the next attempt. */
    private static final long PAUSE_MILLIS = 200;

    /** Nothing of what is known here can be taken for all there is. */
    private static final long UNSURE = -1;

    private final TopicPartition partition;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> handler;
    private final TopicEnd end;
    private final Thread thread;
    private final Object news = new Object();
    private long reached = UNSURE;
    private volatile boolean stopping;
    private volatile boolean everFresh;
    private volatile long freshAt;

    /**
     * Begins to follow what is committed.
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
        this.end = new TopicEnd(partition, consumers);
        this.thread = new Thread(this::run, group + "-" + topic);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins to follow everything that is sent, be it committed yet, later or never. */
    public static FollowedTopic uncommitted(
            KafkaSettings kafka,
            String topic,
            String group,
            java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> handler) {
        Map<String, Object> settings = kafka.consumer(group);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        return new FollowedTopic(() -> new KafkaConsumer<>(settings), topic, group, handler);
    }

    /** Whether everything has been handled here that was there to be seen at some moment within the last {@code lease}. */
    public boolean isFreshWithin(Duration lease) {
        return everFresh && System.nanoTime() - freshAt <= lease.toNanos();
    }

    /** Waits until everything has been handled that was there before the call; false where that takes too long. */
    public boolean catchUp(Duration atMost) {
        long asked = System.nanoTime();
        long until = asked + atMost.toNanos();
        OptionalLong wanted;
        try {
            wanted = end.ask(atMost);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Nobody says how far a topic reaches; topic=%s", partition.topic());
            return false;
        }
        return wanted.isPresent() && awaitReached(wanted.getAsLong(), asked, until);
    }

    private boolean awaitReached(long wanted, long asked, long until) {
        synchronized (news) {
            while (reached < wanted) {
                long left = until - System.nanoTime();
                if (left <= 0 || stopping) {
                    return false;
                }
                try {
                    news.wait(left / 1_000_000 + 1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            fresh(asked);
            return true;
        }
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
        end.close();
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
            reached = UNSURE;
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
            reached(consumer.position(partition, ASK));
            if (!everFresh || System.nanoTime() - freshAt > CHECK_NANOS) {
                check();
            }
        }
    }

    private void reached(long position) {
        synchronized (news) {
            if (position != reached) {
                reached = position;
                news.notifyAll();
            }
        }
    }

    private void check() {
        long asked = System.nanoTime();
        OptionalLong there = end.ask(ASK);
        synchronized (news) {
            if (there.isPresent() && reached >= there.getAsLong()) {
                fresh(asked);
            }
        }
    }

    /** Several may ask at once: what was asked earlier and answered later makes nothing older. */
    private void fresh(long asked) {
        if (!everFresh || asked - freshAt > 0) {
            freshAt = asked;
            everFresh = true;
        }
    }
}
