package org.weir.consent.agreement.desk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does what time brings, and brings to the topics what a crash or an absent broker left behind. */
@ApplicationScoped
class EveryHalfSecond {
    private static final Logger LOG = Logger.getLogger(EveryHalfSecond.class);
    private static final int PERIOD_MS = 500;

    private final AgreementPublisher publisher;
    private final Instance<Beat> beats;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "consent-clock"));

    EveryHalfSecond(AgreementPublisher publisher, @Any Instance<Beat> beats) {
        this.publisher = publisher;
        this.beats = beats;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::tick, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void tick() {
        attempt(publisher::publishPending);
        beats.forEach(each -> attempt(each::beat));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The next tick tries again; enforcers withhold by the date meanwhile.
            LOG.warnf("What is due waits: %s", e.getMessage());
        }
    }
}
