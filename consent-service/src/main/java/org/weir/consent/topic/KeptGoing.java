package org.weir.consent.topic;

import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Work on a thread of its own that goes on until it is told to stop. What fails is told, rests a second and begins anew:
 * a broker or a database that is away must neither end it nor be asked without end.
 */
public final class KeptGoing {
    private static final Logger LOG = Logger.getLogger(KeptGoing.class);
    private static final long REST_MS = 1_000;
    private static final long LEAVE_MS = 2_000;

    private final String what;
    private final Runnable work;
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * Does not begin yet.
     *
     * @param name of the thread
     * @param what waits while it fails, as the beginning of a sentence, e.g. {@code The ledger}
     * @param work returns once {@link #stopping()} says so
     */
    public KeptGoing(String name, String what, Runnable work) {
        this.what = what;
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks it to stop and gives it a moment. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.join(LEAVE_MS);
    }

    public boolean stopping() {
        return stopping;
    }

    private void run() {
        while (!stopping) {
            try {
                work.run();
            } catch (InterruptException e) {
                stopping = true;
            } catch (RuntimeException e) {
                LOG.warnf("%s waits: %s", what, e.getMessage());
                rest();
            }
        }
    }

    private void rest() {
        synchronized (this) {
            try {
                wait(REST_MS);
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }
}
