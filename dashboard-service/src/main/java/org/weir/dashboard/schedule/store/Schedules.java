package org.weir.dashboard.schedule.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.stream.ScheduleLookup;
import org.weir.schemas.id.FeedId;

/**
 * The schedules of each feed, in memory: the newest versions of each, made from the stored archives. What another instance
 * stores is taken up within seconds, or when somebody names it.
 */
@ApplicationScoped
public class Schedules implements ScheduleLookup {
    private static final Logger LOG = Logger.getLogger(Schedules.class);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOAD_WITHIN = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_SECONDS = 2;

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
    /** Asked once for each position. */
    private final Map<FeedId, ScheduleBook> books = new ConcurrentHashMap<>();
    /** What each book was made of; guarded by this. */
    private final Map<FeedId, List<ScheduleStore.Import>> madeOf = new HashMap<>();

    private final Set<Named> gone = ConcurrentHashMap.newKeySet();
    private final Map<FeedId, Long> heldUntil = new ConcurrentHashMap<>();
    private final Object arrival = new Object();
    private volatile boolean complete;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "schedules-look");
        thread.setDaemon(true);
        return thread;
    });

    private record Named(FeedId feed, String version) {}

    Schedules(ScheduleStore store, Standings standings, Clock clock) {
        this.store = store;
        this.standings = standings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent ignored) {
        beat.scheduleWithFixedDelay(this::beat, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent ignored) {
        beat.shutdownNow();
    }

    private void beat() {
        try {
            look(null);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The stored schedules cannot be read now; trying again: %s",
                    e.getClass().getName());
        }
    }

    /**
     * Takes up what was stored since the last look.
     *
     * @param read what this instance has just stored, so that it is not read twice; or null
     */
    private synchronized void look(Schedule read) {
        Map<FeedId, List<ScheduleStore.Import>> stored = new LinkedHashMap<>();
        for (ScheduleStore.Import each : store.imports(VERSIONS).await().atMost(LOAD_WITHIN)) {
            stored.computeIfAbsent(each.feed(), f -> new ArrayList<>()).add(each);
        }
        stored.forEach((feed, imports) -> {
            if (!imports.equals(madeOf.get(feed))) {
                make(feed, imports, read);
                madeOf.put(feed, imports);
            }
        });
        complete = true;
        synchronized (arrival) {
            arrival.notifyAll();
        }
    }

    /** A part of the versions says another of them holds, and knows nothing of runs on the rest: all at once. */
    private void make(FeedId feed, List<ScheduleStore.Import> stored, Schedule read) {
        Map<String, Schedule> known = new HashMap<>();
        versions(feed).ifPresent(book -> book.versions().forEach(each -> known.put(each.version(), each)));
        List<ScheduleBook.Import> imports = new ArrayList<>();
        for (ScheduleStore.Import each : stored) {
            boolean here =
                    read != null && read.feed().equals(feed) && read.version().equals(each.version());
            Schedule schedule =
                    known.computeIfAbsent(each.version(), v -> here ? read.importedAt(each.at()) : load(each));
            if (schedule != null) {
                imports.add(new ScheduleBook.Import(each.at(), schedule));
            }
        }
        if (!imports.isEmpty()) {
            books.put(feed, ScheduleBook.ofImports(imports));
        }
    }

    private Schedule load(ScheduleStore.Import version) {
        byte[] zip = store.archive(version.feed(), version.version()).await().atMost(LOAD_WITHIN);
        try {
            return GtfsArchive.read(version.feed(), zip, version.at());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The stored schedule cannot be used; feed=%s", version.feed());
            return null;
        }
    }

    /**
     * Reads an archive, keeps it and makes it the feed's schedule. The one before stays where this one cannot be read.
     *
     * @throws org.weir.schemas.problem.Refusal where it is not a GTFS archive
     */
    ScheduleBook take(FeedId feed, byte[] zip) {
        look(null);
        Schedule before = newest(feed);
        if (before == null || !before.version().equals(GtfsArchive.version(zip))) {
            Schedule schedule = GtfsArchive.read(feed, zip, clock.instant());
            store.keep(feed, schedule.version(), zip).await().atMost(STORED_WITHIN);
            look(schedule);
            LOG.infof(
                    "A schedule is in use; feed=%s version=%s trips=%d",
                    feed, schedule.version(), schedule.content().trips().size());
        }
        return books.get(feed);
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

    /** The feeds that have one. */
    public Set<FeedId> feeds() {
        return books.keySet();
    }

    /** Every feed's versions, in the feeds' order. */
    public Collection<ScheduleBook> books() {
        return books.values().stream()
                .sorted(Comparator.comparing(ScheduleBook::feed))
                .toList();
    }

    @Override
    public Schedule of(FeedId feed) {
        ScheduleBook book = book(feed);
        return book == null ? null : book.newest();
    }

    @Override
    public Schedule version(FeedId feed, String name) {
        Named wanted = new Named(feed, name);
        Schedule known = known(wanted);
        if (known == null && !gone.contains(wanted)) {
            // Another instance may have stored it a moment ago; it did before it used it.
            look(null);
            known = known(wanted);
            if (known == null) {
                gone.add(wanted);
            }
        }
        return known;
    }

    private Schedule known(Named wanted) {
        ScheduleBook book = books.get(wanted.feed());
        return book == null ? null : book.version(wanted.version());
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
