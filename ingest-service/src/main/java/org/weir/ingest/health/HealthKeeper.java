package org.weir.ingest.health;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.weir.ingest.feed.store.FeedStore;
import org.weir.schemas.id.FeedId;

/** Stores the tallies that changed, every few seconds and when the service ends. */
@ApplicationScoped
public class HealthKeeper {
    private static final Logger LOG = Logger.getLogger(HealthKeeper.class);

    /** What a crash may lose of the counts of duplicates and polls. */
    private static final int EVERY_SECONDS = 5;

    private final FeedStore store;
    private final ScheduledExecutorService alarm;
    private final ManagedExecutor executor;
    private final Map<FeedId, FeedHealth> watched = new ConcurrentHashMap<>();
    private final Map<FeedId, Tally> kept = new ConcurrentHashMap<>();

    HealthKeeper(FeedStore store, ScheduledExecutorService alarm, ManagedExecutor executor) {
        this.store = store;
        this.alarm = alarm;
        this.executor = executor;
    }

    public void watch(FeedId feed, FeedHealth health) {
        kept.put(feed, health.tally());
        watched.put(feed, health);
    }

    /** Begins to store. */
    public void begin() {
        alarm.scheduleWithFixedDelay(
                () -> executor.execute(this::keep), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Stores what changed. Blocks. */
    public synchronized void keep() {
        Map<FeedId, Tally> changed = new HashMap<>();
        watched.forEach((feed, health) -> {
            Tally tally = health.tally();
            if (!tally.equals(kept.get(feed))) {
                changed.put(feed, tally);
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        try {
            VertxContextSupport.subscribeAndAwait(() -> store.keep(changed));
            kept.putAll(changed);
        } catch (Throwable e) {
            // It is tried again with the next change; meanwhile the feeds' pages show what memory holds.
            LOG.warnf("The feeds' tallies could not be stored: %s", e.getMessage());
        }
    }
}
