package org.weir.consent.enforce;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jboss.logging.Logger;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;

/** Keeps one enforcement session alive on a thread of its own: what can be aborted is tried again, the rest begins anew. */
public final class EnforcementWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EnforcementWorker.class);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final WorkerSettings settings;
    private final FollowedPlans plans;
    private final TopicKeeper topics;
    private final EnforcementMeters meters;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean killed;
    private volatile boolean working;

    public EnforcementWorker(
            KafkaSettings kafka,
            WorkerSettings settings,
            FollowedPlans plans,
            TopicKeeper topics,
            EnforcementMeters meters,
            Clock clock) {
        this.kafka = kafka;
        this.settings = settings;
        this.plans = plans;
        this.topics = topics;
        this.meters = meters;
        this.clock = clock;
        this.thread = new Thread(this::run, settings.id());
        thread.start();
    }

    /** Whether the last step went well. */
    public boolean isWorking() {
        return working && thread.isAlive();
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
                pause();
            }
        }
    }

    private void live() {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings.producer(kafka));
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.consumer(kafka));
        try {
            EnforcementSession session =
                    new EnforcementSession(settings, plans, consumer, producer, topics, meters, clock);
            session.begin();
            while (!stopping) {
                step(session);
            }
            if (!killed) {
                session.end();
            }
        } finally {
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
            if (needsNewLife(e)) {
                throw e;
            }
            LOG.warnf("A batch is tried again; enforcer=%s: %s", settings.id(), e.toString());
            session.abort();
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
                || e instanceof TimeoutException;
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
