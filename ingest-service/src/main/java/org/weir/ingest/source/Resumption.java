package org.weir.ingest.source;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.weir.ingest.feed.Agency;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.KeyRing;
import org.weir.ingest.feed.store.FeedStore;
import org.weir.ingest.health.HealthKeeper;
import org.weir.ingest.health.Tally;
import org.weir.ingest.publish.Announcer;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;

/**
 * Puts every registered feed back to work when the service starts, and announces each again: a crash between a
 * registration's commit and its announcement is so made good.
 */
@ApplicationScoped
@Readiness
public class Resumption implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Resumption.class);
    private static final int RETRY_SECONDS = 2;

    /** How soon after the broker's return a feed is announced that could not be. */
    private static final int ANNOUNCE_SECONDS = 10;

    private final FeedStore store;
    private final KeyRing keys;
    private final Lines lines;
    private final Announcer announcer;
    private final HealthKeeper keeper;
    private final ScheduledExecutorService alarm;
    private final ManagedExecutor executor;
    private volatile boolean resumed;

    Resumption(
            FeedStore store,
            KeyRing keys,
            Lines lines,
            Announcer announcer,
            HealthKeeper keeper,
            ScheduledExecutorService alarm,
            ManagedExecutor executor) {
        this.store = store;
        this.keys = keys;
        this.lines = lines;
        this.announcer = announcer;
        this.keeper = keeper;
        this.alarm = alarm;
        this.executor = executor;
    }

    void begin(@Observes StartupEvent start) {
        executor.execute(() -> untilDone("The registered feeds could not be loaded", this::load));
    }

    void end(@Observes ShutdownEvent end) {
        lines.stop();
        if (resumed) {
            keeper.keep();
        }
    }

    /** Ready when every feed is at work again. */
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registered feeds are at work")
                .status(resumed)
                .build();
    }

    private void load() {
        Map<AgencyId, Agency> agencies =
                read(store::agencies).stream().collect(Collectors.toMap(Agency::id, Function.identity()));
        List<Feed> feeds = read(store::feeds);
        Map<FeedId, Tally> tallies = read(store::tallies);
        read(store::keys).forEach(keys::add);
        feeds.forEach(feed ->
                lines.open(feed, agencies.get(feed.id().agency()), tallies.getOrDefault(feed.id(), Tally.NOTHING_YET)));
        keeper.begin();
        resumed = true;
        LOG.infof("Registered feeds are at work: %d", feeds.size());
        announce();
    }

    private void announce() {
        lines.all().forEach(line -> announcer.later(line.feed().announcement(line.agency())));
        alarm.scheduleWithFixedDelay(() -> executor.execute(announcer::again), 0, ANNOUNCE_SECONDS, TimeUnit.SECONDS);
    }

    private void untilDone(String complaint, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s, again in %d s: %s", complaint, RETRY_SECONDS, e.getMessage());
            alarm.schedule(() -> executor.execute(() -> untilDone(complaint, work)), RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static <T> T read(Supplier<Uni<T>> what) {
        try {
            return VertxContextSupport.subscribeAndAwait(what);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
