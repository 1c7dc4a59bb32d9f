package org.weir.consent.agreement.desk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.store.AgreementStore;

/**
 * Does what time brings, at its moment: it sleeps until the next thing is due, and looks twice a second for what a crash,
 * an absent broker or another process left.
 */
@ApplicationScoped
class AgreementClock {
    private static final Logger LOG = Logger.getLogger(AgreementClock.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** What came due in the last moment waits so long. */
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final AgreementPublisher publisher;
    private final AgreementStore store;
    private final Instance<Beat> beats;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "consent-clock");
    private volatile boolean stopping;

    AgreementClock(AgreementPublisher publisher, AgreementStore store, @Any Instance<Beat> beats, Clock clock) {
        this.publisher = publisher;
        this.store = store;
        this.beats = beats;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (thread) {
            stopping = true;
            thread.notifyAll();
        }
    }

    private void run() {
        while (!stopping) {
            attempt(publisher::publishPending);
            beats.forEach(each -> attempt(each::beat));
            sleep(untilNext());
        }
    }

    private Duration untilNext() {
        try {
            Instant now = clock.instant();
            Duration left =
                    store.nextDue().map(next -> Duration.between(now, next)).orElse(LOOK);
            if (left.isNegative()) {
                // It came due while the others were done; what has been due for long cannot be done yet.
                return left.compareTo(LOOK.negated()) > 0 ? AGAIN : LOOK;
            }
            return left.compareTo(LOOK) > 0 ? LOOK : left.plusMillis(1);
        } catch (RuntimeException e) {
            return LOOK;
        }
    }

    private void sleep(Duration time) {
        synchronized (thread) {
            try {
                if (!stopping) {
                    thread.wait(Math.max(1, time.toMillis()));
                }
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The next look tries again; enforcers withhold by the date meanwhile.
            LOG.warnf("What is due waits: %s", e.getMessage());
        }
    }
}
