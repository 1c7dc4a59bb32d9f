package org.weir.consent.enforce;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks after something again and again, on a thread of its own, away from the records. What fails is tried again. */
final class NowAndThen implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(NowAndThen.class);

    private final ScheduledExecutorService thread;

    /**
     * Begins after the first pause.
     *
     * @param pause between two looks
     */
    NowAndThen(String name, Duration pause, Runnable look) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
        Runnable attempt = () -> attempt(name, look);
        thread.scheduleWithFixedDelay(attempt, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** What it throws would end it for good. */
    private static void attempt(String name, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s waits: %s", name, e.getMessage());
        }
    }
}
