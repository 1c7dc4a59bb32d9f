package org.weir.dashboard.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.measure.RouteDay;
import org.weir.dashboard.movement.TripRun;

/**
 * Reckons the days that were marked, each whole from its runs, and the months from their days. Several instances share
 * the work; where one ends in the midst of it, another does it again.
 */
@ApplicationScoped
public class Rollups {
    private static final Logger LOG = Logger.getLogger(Rollups.class);
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final int AT_ONCE = 16;

    /** Months are for looking back: they follow a minute after their days, or each ten while those go on. */
    private static final Duration MONTH_QUIET = Duration.ofMinutes(1);

    private static final Duration MONTH_EVERY = Duration.ofMinutes(10);

    private final RunStore runs;
    private final RollupStore days;
    private final MonthStore months;
    private final ServedDays served;
    private final DashboardConfig config;
    private final MeterRegistry meters;
    private volatile double waiting;
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rollups"));

    Rollups(
            RunStore runs,
            RollupStore days,
            MonthStore months,
            ServedDays served,
            DashboardConfig config,
            MeterRegistry meters) {
        this.runs = runs;
        this.days = days;
        this.months = months;
        this.served = served;
        this.config = config;
        this.meters = meters;
        meters.gauge("weir.store.waiting", this, Rollups::waiting);
    }

    private double waiting() {
        return waiting;
    }

    void start(@Observes StartupEvent started) {
        long millis = config.store().rollupQuiet().toMillis();
        beat.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        beat.shutdownNow();
    }

    private void beat() {
        try {
            waiting = days.waiting().await().atMost(PATIENCE);
            while (reckonDays() | mergeMonths()) {
                // There may be more.
            }
        } catch (RuntimeException e) {
            LOG.warnf("Figures wait and are reckoned at the next beat: %s", e.toString());
            meters.counter("weir.store.rollups", "outcome", "failed").increment();
        }
    }

    private boolean reckonDays() {
        List<RollupStore.Claim> claims = days.claim(
                        config.store().rollupQuiet(), config.store().rollupEvery(), AT_ONCE)
                .await()
                .atMost(PATIENCE);
        for (RollupStore.Claim claim : claims) {
            List<TripRun> made = runs.of(claim.of()).await().atMost(PATIENCE);
            var sheets = RouteDay.of(served.of(claim.of(), made)).sheets();
            int revised = (int) made.stream().filter(run -> run.revision() > 0).count();
            days.replace(claim, sheets, made.size(), revised).await().atMost(PATIENCE);
            meters.counter("weir.store.rollups", "outcome", "day").increment();
        }
        return claims.size() == AT_ONCE;
    }

    private boolean mergeMonths() {
        List<RollupStore.Claim> claims =
                months.claim(MONTH_QUIET, MONTH_EVERY, AT_ONCE).await().atMost(PATIENCE);
        for (RollupStore.Claim claim : claims) {
            months.merge(claim).await().atMost(PATIENCE);
            meters.counter("weir.store.rollups", "outcome", "month").increment();
        }
        return claims.size() == AT_ONCE;
    }
}
