package org.weir.dashboard.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.measure.RouteDay;
import org.weir.dashboard.measure.ServedDay;
import org.weir.dashboard.measure.Silence;
import org.weir.dashboard.measure.WayDay;
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

    /** Days that change meanwhile do not wait for many months. */
    private static final int MONTHS_AT_ONCE = 2;

    /** All stops of a large city together, on a small machine. */
    private static final Duration MONTH_PATIENCE = Duration.ofMinutes(5);

    private static final long BEAT_MILLIS = 2_000;

    /** Days that go on changing take a tenth of one processor: so much longer than the work is the rest after it. */
    private static final int REST = 9;

    private static final Duration NOT_NOW = Duration.ofDays(1);

    private final RunStore runs;
    private final RollupStore days;
    private final MonthStore months;
    private final FeedDays feeds;
    private final FeedDayStore silences;
    private final ReplannedDays replanned;
    private final ServedDays served;
    private final DashboardConfig config;
    private final MeterRegistry meters;
    private volatile double waiting;
    private volatile Set<String> unscheduled = Set.of();
    private long restedAt = System.nanoTime();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rollups"));

    Rollups(
            RunStore runs,
            RollupStore days,
            MonthStore months,
            FeedDays feeds,
            FeedDayStore silences,
            ReplannedDays replanned,
            ServedDays served,
            DashboardConfig config,
            MeterRegistry meters) {
        this.runs = runs;
        this.days = days;
        this.months = months;
        this.feeds = feeds;
        this.silences = silences;
        this.replanned = replanned;
        this.served = served;
        this.config = config;
        this.meters = meters;
        meters.gauge("weir.store.waiting", this, Rollups::waiting);
        meters.gauge("weir.store.unscheduled", this, Rollups::unscheduled);
    }

    private double waiting() {
        return waiting;
    }

    private double unscheduled() {
        return unscheduled.size();
    }

    void start(@Observes StartupEvent started) {
        beat.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        beat.shutdownNow();
    }

    private void beat() {
        // On no schedules, or a part of them, a day would be reckoned wrong and taken for done.
        if (!served.ready()) {
            return;
        }
        try {
            tellWaiting(days.waiting().await().atMost(PATIENCE));
            days.markRedrawn().await().atMost(PATIENCE);
            replanned.mark(served.books());
            Duration every =
                    System.nanoTime() < restedAt ? NOT_NOW : config.store().rollupEvery();
            long[] changing = {0};
            while (reckonDays(every, changing) | reckonFeeds() | mergeMonths()) {
                // There may be more.
            }
            restedAt = changing[0] > 0 ? System.nanoTime() + REST * changing[0] : restedAt;
        } catch (RuntimeException e) {
            LOG.warnf("Figures wait and are reckoned at the next beat: %s", e.toString());
            told("failed");
        }
    }

    private void tellWaiting(SortedMap<String, Double> seconds) {
        waiting = RollupStore.longest(seconds, served.feeds());
        Set<String> without = new TreeSet<>(seconds.keySet());
        served.feeds().forEach(feed -> without.remove(feed.value()));
        if (!without.isEmpty() && !without.equals(unscheduled)) {
            LOG.warnf("Figures wait: these feeds have no schedule that can be used; feeds=%s", without);
        }
        unscheduled = without;
    }

    /** @param changing takes up the nanoseconds that went into days which change all the time */
    private boolean reckonDays(Duration every, long[] changing) {
        List<RollupStore.Claim> claims = days.claim(config.store().rollupQuiet(), every, AT_ONCE, served.feeds())
                .await()
                .atMost(PATIENCE);
        for (RollupStore.Claim claim : claims) {
            long begun = System.nanoTime();
            attempt("day", claim, this::reckonDay);
            changing[0] += claim.busy() ? System.nanoTime() - begun : 0;
        }
        return claims.size() == AT_ONCE;
    }

    /** Returns what came of it. */
    private String reckonDay(RollupStore.Claim claim) {
        List<TripRun> made = runs.of(claim.of()).await().atMost(PATIENCE);
        served.takeUp(claim.of(), made);
        String schedule = served.version(claim.of());
        List<Silence> silent = silences.silences(claim.of()).await().atMost(PATIENCE);
        ServedDay day = served.of(claim.of(), made, silent);
        days.replace(claim, RollupStore.Reckoned.of(RouteDay.of(day).sheets(), WayDay.of(day), made, null, schedule))
                .await()
                .atMost(PATIENCE);
        return "day";
    }

    private boolean reckonFeeds() {
        List<RollupStore.Claim> claims = feeds.claim();
        claims.forEach(claim -> attempt("feed's day", claim, feeds::reckon));
        return claims.size() == FeedDays.AT_ONCE;
    }

    private boolean mergeMonths() {
        List<RollupStore.Claim> claims = months.claim(
                        config.store().monthQuiet(), config.store().monthEvery(), MONTHS_AT_ONCE)
                .await()
                .atMost(PATIENCE);
        claims.forEach(claim -> attempt("month", claim, each -> {
            months.merge(each).await().atMost(MONTH_PATIENCE);
            return "month";
        }));
        return claims.size() == MONTHS_AT_ONCE;
    }

    /** What is wrong with one claim does not hold up those behind it: it is left, and somebody tries again in a minute. */
    private void attempt(String what, RollupStore.Claim claim, Function<RollupStore.Claim, String> work) {
        try {
            told(work.apply(claim));
        } catch (RuntimeException e) {
            if (e instanceof TimeoutException || beat.isShutdown()) {
                throw e;
            }
            LOG.errorf(e, "The figures of a %s cannot be reckoned; %s", what, claim.of());
            told("failed");
        }
    }

    private void told(String outcome) {
        meters.counter("weir.store.rollups", "outcome", outcome).increment();
    }
}
