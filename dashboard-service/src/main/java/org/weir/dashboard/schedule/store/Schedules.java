package org.weir.dashboard.schedule.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.stream.ScheduleLookup;
import org.weir.schemas.id.FeedId;

/** The schedules of each feed, in memory: the newest versions of each; made from the stored archives at a start. */
@ApplicationScoped
public class Schedules implements ScheduleLookup {
    private static final Logger LOG = Logger.getLogger(Schedules.class);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOAD_WITHIN = Duration.ofSeconds(30);
    private static final long TRY_AGAIN = TimeUnit.SECONDS.toNanos(1);

    /**
     * So long positions wait for a schedule that was announced and is on its way, counted from the first of a feed: a new
     * agency's first minutes are not lost, and a schedule that never comes does not hold the others up.
     */
    private static final Duration HOLD = Duration.ofSeconds(20);

    /**
     * So many versions of a feed are used: a year of quarterly schedules, and a large city's fit in the memory there is.
     * All stay stored.
     */
    private static final int VERSIONS = 4;

    private final ScheduleStore store;
    private final Standings standings;
    private final Clock clock;
    private final Map<FeedId, ScheduleBook> books = new ConcurrentSkipListMap<>();
    private final Map<FeedId, Long> heldUntil = new ConcurrentHashMap<>();
    private final Object arrival = new Object();
    private volatile boolean complete;

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
        while (!complete) {
            try {
                Map<FeedId, List<ScheduleStore.Version>> stored = new LinkedHashMap<>();
                for (ScheduleStore.Version each : store.newest(VERSIONS).await().atMost(LOAD_WITHIN)) {
                    stored.computeIfAbsent(each.feed(), f -> new ArrayList<>()).add(each);
                }
                stored.forEach(this::load);
                complete = true;
                arrived();
            } catch (RuntimeException e) {
                LOG.warn("The stored schedules cannot be read yet; trying again");
                LockSupport.parkNanos(TRY_AGAIN);
            }
        }
    }

    /** A part of the versions says another of them holds, and knows nothing of runs on the rest: all at once. */
    private void load(FeedId feed, List<ScheduleStore.Version> versions) {
        List<Schedule> read = new ArrayList<>();
        for (ScheduleStore.Version version : versions) {
            byte[] zip = store.archive(version).await().atMost(LOAD_WITHIN);
            try {
                read.add(GtfsArchive.read(feed, zip, version.importedAt()));
            } catch (RuntimeException e) {
                LOG.errorf(e, "The stored schedule cannot be used; feed=%s", feed);
            }
        }
        use(feed, read);
    }

    private void use(FeedId feed, List<Schedule> more) {
        books.compute(feed, (f, book) -> {
            ScheduleBook with = book;
            for (Schedule each : more) {
                with = with(with, each);
            }
            return with;
        });
        arrived();
    }

    private void arrived() {
        synchronized (arrival) {
            arrival.notifyAll();
        }
    }

    /**
     * Reads an archive, keeps it and makes it the feed's schedule. The one before stays where this one cannot be read.
     *
     * @throws org.weir.schemas.problem.Refusal where it is not a GTFS archive
     */
    Schedule take(FeedId feed, byte[] zip) {
        Schedule before = newest(feed);
        if (before != null && before.version().equals(GtfsArchive.version(zip))) {
            return before;
        }
        Instant now = clock.instant();
        Schedule schedule = GtfsArchive.read(feed, zip, now);
        store.keep(feed, schedule.version(), now, zip).await().atMost(STORED_WITHIN);
        use(feed, List.of(schedule));
        LOG.infof(
                "A schedule is in use; feed=%s version=%s trips=%d",
                feed, schedule.version(), schedule.content().trips().size());
        return schedule;
    }

    /** A book with one version more; what it said of the same version before is replaced, and the oldest drops out. */
    private static ScheduleBook with(ScheduleBook book, Schedule schedule) {
        List<Schedule> versions = new ArrayList<>(book == null ? List.of() : book.versions());
        // What was imported while the stored ones were still being read is newer than what was stored.
        if (versions.removeIf(each -> each.version().equals(schedule.version())
                        && !each.importedAt().isAfter(schedule.importedAt()))
                || book == null
                || book.version(schedule.version()) == null) {
            versions.add(schedule);
        }
        versions.sort(Comparator.comparing(Schedule::importedAt));
        return ScheduleBook.of(versions.subList(Math.max(0, versions.size() - VERSIONS), versions.size()));
    }

    private Schedule newest(FeedId feed) {
        ScheduleBook book = books.get(feed);
        return book == null ? null : book.newest();
    }

    /** The version imported last. */
    public Optional<Schedule> find(FeedId feed) {
        return Optional.ofNullable(newest(feed));
    }

    /** Every version of a feed that is in use. */
    public Optional<ScheduleBook> versions(FeedId feed) {
        return Optional.ofNullable(books.get(feed));
    }

    /** Of each feed, the version imported last. */
    public Collection<Schedule> all() {
        return books.values().stream().map(ScheduleBook::newest).toList();
    }

    /** Every feed's versions. */
    public Collection<ScheduleBook> books() {
        return books.values();
    }

    @Override
    public Schedule of(FeedId feed) {
        ScheduleBook book = book(feed);
        return book == null ? null : book.newest();
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public ScheduleBook book(FeedId feed) {
        ScheduleBook book = books.get(feed);
        return book != null || !onItsWay(feed) ? book : await(feed);
    }

    private boolean onItsWay(FeedId feed) {
        return !complete || standings.feed(feed).map(f -> f.schedule() != null).orElse(false);
    }

    private ScheduleBook await(FeedId feed) {
        long until = heldUntil.computeIfAbsent(feed, f -> System.nanoTime() + HOLD.toNanos());
        synchronized (arrival) {
            long left = until - System.nanoTime();
            while (!books.containsKey(feed)
                    && onItsWay(feed)
                    && left > 0
                    && !Thread.currentThread().isInterrupted()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(arrival, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                left = until - System.nanoTime();
            }
        }
        return books.get(feed);
    }
}
