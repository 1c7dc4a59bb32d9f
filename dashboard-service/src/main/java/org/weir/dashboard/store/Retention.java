package org.weir.dashboard.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.agreement.AgreementDocument;

/** Drops what was kept for long enough, by the agreements and by what is set here, and packs what is over; once an hour. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** All months of years, the first time. */
    private static final Duration PACKING = Duration.ofHours(6);

    /** What comes late comes within days. */
    private static final Duration LEFT_ALONE = Duration.ofDays(3);

    private final OldMonths old;
    private final PackedMonths packed;
    private final AgreedTerm term;
    private final Standings standings;
    private final DashboardConfig config;
    private final Clock clock;
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "retention"));

    Retention(
            OldMonths old,
            PackedMonths packed,
            AgreedTerm term,
            Standings standings,
            DashboardConfig config,
            Clock clock) {
        this.old = old;
        this.packed = packed;
        this.term = term;
        this.standings = standings;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.store().keepDays().compareTo(config.store().keepVisits()) < 0) {
            // A run that came late would mark a day whose figures are gone, and its month would be made of that day
            // alone.
            throw new IllegalStateException("WEIR_STORE_KEEP_DAYS is shorter than WEIR_STORE_KEEP_VISITS:"
                    + " keep figures of days at least as long as single visits.");
        }
        beat.scheduleWithFixedDelay(this::beat, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        beat.shutdownNow();
    }

    private void beat() {
        try {
            endTerms();
            old.dropRuns(clock.instant().minus(config.store().keepVisits()))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(month -> LOG.infof("Single stop visits of a month were dropped; month=%s", month));
            old.dropWays(clock.instant().minus(config.store().keepWays()))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(month -> LOG.infof("Cells of ways were dropped; month=%s", month));
            old.dropDays(clock.instant().minus(config.store().keepDays()))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(month -> LOG.infof("Figures of single days were dropped; month=%s", month));
            old.dropEvidence(clock.instant().minus(config.store().keepEvidence()))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(month -> LOG.infof("Evidence of single days was dropped; month=%s", month));
            packed.pack(clock.instant().minus(LEFT_ALONE))
                    .await()
                    .atMost(PACKING)
                    .forEach(table -> LOG.infof("A month that is over was packed; table=%s", table));
        } catch (RuntimeException e) {
            LOG.warnf("What is old is dropped, and packed, in an hour: %s", e.toString());
        }
    }

    private void endTerms() {
        for (AgreementDocument each : standings.documents()) {
            Instant before = clock.instant().minus(Duration.ofDays(each.retentionDays()));
            int runs = term.end(each.uid().value(), before).await().atMost(PATIENCE);
            if (runs > 0) {
                LOG.infof("The agreed term to keep single runs was over; agreement=%s runs=%d", each.uid(), runs);
            }
        }
    }
}
