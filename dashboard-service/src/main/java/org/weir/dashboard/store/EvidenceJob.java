package org.weir.dashboard.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.rank.EvidencePart;
import org.weir.dashboard.rank.Gathering;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.store.Grounds;
import org.weir.schemas.id.FeedId;

/**
 * Gathers the evidence of dates whose figures have changed, each whole from its runs, and adds up months. A ranking looks
 * back on weeks: evidence follows minutes after figures, and waits while those are behind.
 */
@ApplicationScoped
public class EvidenceJob {
    private static final Logger LOG = Logger.getLogger(EvidenceJob.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A city's month is hundreds of megabytes to read: each hour while its dates change. */
    private static final Duration MONTH_EVERY = Duration.ofHours(1);

    /** Figures that waited this long are behind, in seconds. */
    private static final double BEHIND = 60;

    private final RollupStore figures;
    private final RunPages runs;
    private final EvidenceStore dates;
    private final EvidenceSums months;
    private final Schedules schedules;
    private final Grounds grounds;
    private final DashboardConfig config;
    private final MeterRegistry meters;
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "evidence"));

    EvidenceJob(
            RollupStore figures,
            RunPages runs,
            EvidenceStore dates,
            EvidenceSums months,
            Schedules schedules,
            Grounds grounds,
            DashboardConfig config,
            MeterRegistry meters) {
        this.figures = figures;
        this.runs = runs;
        this.dates = dates;
        this.months = months;
        this.schedules = schedules;
        this.grounds = grounds;
        this.config = config;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        long millis = Math.max(1, config.store().evidenceQuiet().toMillis() / 4);
        beat.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        beat.shutdownNow();
    }

    private void beat() {
        try {
            // On a part of the schedules, streets would be others.
            while (schedules.complete() && !behind() && (gatherDate() | addUpMonth())) {
                // There may be more.
            }
        } catch (RuntimeException e) {
            LOG.warnf("Evidence waits and is gathered at the next beat: %s", e.toString());
            told("failed");
        }
    }

    private boolean behind() {
        Map<String, Double> waiting = figures.waiting().await().atMost(PATIENCE);
        return RollupStore.longest(waiting, schedules.feeds()) > BEHIND;
    }

    private boolean gatherDate() {
        Ground ground = grounds.present();
        String streets = ground.net().fingerprint();
        dates.moved(streets).await().atMost(PATIENCE);
        EvidenceStore.Claim claim = dates.claim(
                        config.store().evidenceQuiet(), config.store().evidenceEvery(), schedules.feeds())
                .await()
                .atMost(PATIENCE);
        if (claim == null) {
            return false;
        }
        gather(claim, ground, streets);
        told("date");
        return true;
    }

    private void gather(EvidenceStore.Claim claim, Ground ground, String streets) {
        FeedDate date = claim.of();
        ScheduleBook book = schedules.versions(FeedId.of(date.feed())).orElseThrow();
        Gathering gathering =
                new Gathering(date.date(), ground).plan(ServicePlan.of(book.on(date.date()), date.date()));
        for (List<TripRun> page = after(date, null); !page.isEmpty(); page = after(date, page.get(page.size() - 1))) {
            for (TripRun run : page) {
                Schedule matched = book.version(run.schedule());
                if (matched != null) {
                    gathering.add(matched, run);
                }
            }
        }
        dates.replace(claim, EvidencePart.of(gathering.done()), streets).await().atMost(PATIENCE);
    }

    private List<TripRun> after(FeedDate date, TripRun last) {
        return runs.after(date.feed(), date.agreement(), date.date(), last)
                .await()
                .atMost(PATIENCE);
    }

    private boolean addUpMonth() {
        EvidenceStore.Claim claim = months.claim(config.store().evidenceQuiet(), MONTH_EVERY)
                .await()
                .atMost(PATIENCE);
        if (claim == null) {
            return false;
        }
        months.merge(claim).await().atMost(PATIENCE);
        told("month");
        return true;
    }

    private void told(String outcome) {
        meters.counter("weir.store.evidence", "outcome", outcome).increment();
    }
}
