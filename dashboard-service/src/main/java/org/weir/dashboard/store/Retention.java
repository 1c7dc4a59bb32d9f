package org.weir.dashboard.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;

/** Drops what was kept for long enough, once an hour. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final OldMonths old;
    private final DashboardConfig config;
    private final Clock clock;
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "retention"));

    Retention(OldMonths old, DashboardConfig config, Clock clock) {
        this.old = old;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        beat.scheduleWithFixedDelay(this::beat, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        beat.shutdownNow();
    }

    private void beat() {
        try {
            old.dropRuns(clock.instant().minus(config.store().keepVisits()))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(month -> LOG.infof("Single stop visits of a month were dropped; month=%s", month));
            old.dropDays(clock.instant().minus(config.store().keepDays()))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(month -> LOG.infof("Figures of single days were dropped; month=%s", month));
        } catch (RuntimeException e) {
            LOG.warnf("What is old is dropped in an hour: %s", e.toString());
        }
    }
}
