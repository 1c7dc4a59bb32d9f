package org.weir.consent.agreement.desk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Ends agreements at their second, and brings to the topics what a crash or an absent broker left behind. */
@ApplicationScoped
class EveryHalfSecond {
    private static final Logger LOG = Logger.getLogger(EveryHalfSecond.class);
    private static final int PERIOD_MS = 500;

    private final AgreementDesk desk;
    private final AgreementPublisher publisher;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "consent-clock"));

    EveryHalfSecond(AgreementDesk desk, AgreementPublisher publisher) {
        this.desk = desk;
        this.publisher = publisher;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::tick, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void tick() {
        try {
            publisher.publishPending();
            desk.doWhatIsDue();
        } catch (RuntimeException e) {
            // The next tick tries again; enforcers withhold by the date meanwhile.
            LOG.warnf("Overdue changes of agreements wait: %s", e.getMessage());
        }
    }
}
