package org.weir.consent.enforce;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jboss.logging.Logger;

/** Keeps one enforcement session alive on a thread of its own: what can be aborted is tried again, the rest begins anew. */
public final class EnforcementWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EnforcementWorker.class);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Workplace place;
    private final WorkerSettings settings;
    private final Supplier<Intake> intakes;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean killed;
    private volatile boolean working;

    /** Carries out every agreement that does not hold records back, on the partitions that fall to it. */
    public EnforcementWorker(Workplace place, WorkerSettings settings) {
        this(
                place,
                settings,
                () -> new EveryFeed(new DelayedBeginnings(place.topics().keeper()::committed, System::nanoTime)));
    }

    EnforcementWorker(Workplace place, WorkerSettings settings, Supplier<Intake> intakes) {
        this.place = place;
        this.settings = settings;
        this.intakes = intakes;
        this.thread = new Thread(this::run, settings.id());
        thread.start();
    }

    /** Whether the last step went well. */
    public boolean isWorking() {
        return working && thread.isAlive();
    }

    /** Leaves in order, soon. */
    void leave() {
        stopping = true;
    }

    /** Leaves in order. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(2 * CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends as a crash would, without a word; for tests of what happens then. */
    void kill() {
        killed = true;
        close();
    }

    private void run() {
        while (!stopping) {
            try {
                live();
            } catch (InterruptException e) {
                stopping = true;
            } catch (RuntimeException e) {
                working = false;
                LOG.warnf(e, "Enforcement begins anew; enforcer=%s", settings.id());
                place.topics().doubt();
                pause();
            }
        }
    }

    private void live() {
        KafkaClients clients = place.clients();
        Producer<byte[], byte[]> producer = clients.producer(settings.producer(clients.settings()));
        Consumer<byte[], byte[]> consumer = clients.consumer(settings.consumer(clients.settings()));
        EnforcementSession session = new EnforcementSession(settings, place, intakes.get(), consumer, producer);
        try {
            session.begin();
            while (!stopping) {
                step(session);
            }
            if (!killed) {
                session.end();
            }
        } finally {
            session.over();
            // A producer that is closed in a hurry aborts nothing; its next life does.
            producer.close(killed ? Duration.ZERO : CLOSE);
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void step(EnforcementSession session) {
        try {
            session.step();
            working = true;
        } catch (KafkaException e) {
            // With nothing open there is nothing to abort: a producer in an error state would be asked without end.
            if (needsNewLife(e) || !session.isOpen()) {
                throw e;
            }
            LOG.warnf("A batch is tried again; enforcer=%s: %s", settings.id(), e.toString());
            session.abort(e);
        }
    }

    /** After these the producer cannot abort, or nobody knows whether the transaction was committed. */
    private static boolean needsNewLife(KafkaException e) {
        return e instanceof ProducerFencedException
                || e instanceof InvalidProducerEpochException
                || e instanceof InvalidPidMappingException
                || e instanceof OutOfOrderSequenceException
                || e instanceof AuthorizationException
                || e instanceof UnsupportedVersionException
                || e instanceof InterruptException
                || e instanceof TimeoutException
                || e instanceof InvalidTxnStateException;
    }

    /** Not at once, or a broker that is away would be asked without end. */
    private void pause() {
        synchronized (this) {
            try {
                wait(500);
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }
}
