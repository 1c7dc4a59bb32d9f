package org.weir.dashboard.live.stream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** One thread that polls one consumer until it is stopped; where the broker fails it, it begins anew a second later. */
public final class PollLoop {
    public static final Duration WAIT = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    private static final long BEGIN_ANEW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final Supplier<KafkaConsumer<byte[], byte[]>> open;
    private final Consumer<KafkaConsumer<byte[], byte[]>> poll;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * A loop, not yet started.
     *
     * @param name of its thread
     * @param open makes the consumer, assigned or subscribed
     * @param poll polls once and works what came
     */
    public PollLoop(
            String name, Supplier<KafkaConsumer<byte[], byte[]>> open, Consumer<KafkaConsumer<byte[], byte[]>> poll) {
        this.name = name;
        this.open = open;
        this.poll = poll;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends after the present poll and waits for it. */
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<byte[], byte[]> consumer = open.get()) {
                while (running) {
                    poll.accept(consumer);
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debugf("%s was woken", name);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s begins anew", name);
                LockSupport.parkNanos(BEGIN_ANEW_NANOS);
            }
        }
    }
}
