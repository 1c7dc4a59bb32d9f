package org.weir.dashboard.schedule.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.stream.ScheduleLookup;
import org.weir.schemas.id.FeedId;

/** The present schedule of each feed, in memory; made from the stored archives at a start. */
@ApplicationScoped
public class Schedules implements ScheduleLookup {
    private static final Logger LOG = Logger.getLogger(Schedules.class);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOAD_WITHIN = Duration.ofSeconds(30);
    private static final long TRY_AGAIN = TimeUnit.SECONDS.toNanos(1);

    /**
     * So long positions wait for a schedule that was announced and is on its way, once for each feed: a new agency's
     * first minutes are not lost, and a schedule that never comes does not hold the others up.
     */
    private static final Duration HOLD = Duration.ofSeconds(20);

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private final ScheduleStore store;
    private final Standings standings;
    private final Clock clock;
    private final Map<FeedId, Schedule> present = new ConcurrentSkipListMap<>();
    private final Set<FeedId> waitedFor = ConcurrentHashMap.newKeySet();
    private final CountDownLatch loaded = new CountDownLatch(1);

    Schedules(ScheduleStore store, Standings standings, Clock clock) {
        this.store = store;
        this.standings = standings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent ignored) {
        Thread thread = new Thread(this::load, "schedules-load");
        thread.setDaemon(true);
        thread.start();
    }

    private void load() {
        while (loaded.getCount() > 0) {
            try {
                store.newest().await().atMost(LOAD_WITHIN).forEach(this::load);
                loaded.countDown();
            } catch (RuntimeException e) {
                LOG.warn("The stored schedules cannot be read yet; trying again");
                LockSupport.parkNanos(TRY_AGAIN);
            }
        }
    }

    private void load(ScheduleStore.Version version) {
        byte[] zip = store.archive(version).await().atMost(LOAD_WITHIN);
        try {
            Schedule schedule = GtfsArchive.read(version.feed(), zip, version.importedAt());
            present.putIfAbsent(version.feed(), schedule);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The stored schedule cannot be used; feed=%s", version.feed());
        }
    }

    /**
     * Reads an archive, keeps it and makes it the feed's schedule. The one before stays where this one cannot be read.
     *
     * @throws org.weir.schemas.problem.Refusal where it is not a GTFS archive
     */
    Schedule take(FeedId feed, byte[] zip) {
        Schedule before = present.get(feed);
        if (before != null && before.version().equals(GtfsArchive.version(zip))) {
            return before;
        }
        Instant now = clock.instant();
        Schedule schedule = GtfsArchive.read(feed, zip, now);
        store.keep(feed, schedule.version(), now, zip).await().atMost(STORED_WITHIN);
        present.put(feed, schedule);
        LOG.infof(
                "A schedule is in use; feed=%s version=%s trips=%d",
                feed, schedule.version(), schedule.content().trips().size());
        return schedule;
    }

    public Optional<Schedule> find(FeedId feed) {
        return Optional.ofNullable(present.get(feed));
    }

    public Collection<Schedule> all() {
        return present.values();
    }

    @Override
    public Schedule of(FeedId feed) {
        Schedule schedule = present.get(feed);
        return schedule != null || !waitedFor.add(feed) || !onItsWay(feed) ? schedule : await(feed);
    }

    private boolean onItsWay(FeedId feed) {
        boolean announced = standings.feed(feed).map(f -> f.schedule() != null).orElse(false);
        return announced || loaded.getCount() > 0;
    }

    private Schedule await(FeedId feed) {
        long until = System.nanoTime() + HOLD.toNanos();
        while (!present.containsKey(feed) && System.nanoTime() < until && !Thread.interrupted()) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return present.get(feed);
    }
}
