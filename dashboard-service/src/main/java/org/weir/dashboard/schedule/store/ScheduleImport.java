package org.weir.dashboard.schedule.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.Refusal;

/** Fetches the schedules that feeds announce: at once, again soon where that fails, and each hour. One at a time. */
@ApplicationScoped
public class ScheduleImport {
    private static final Logger LOG = Logger.getLogger(ScheduleImport.class);
    private static final long AGAIN_SECONDS = TimeUnit.HOURS.toSeconds(1);
    private static final long SOON_SECONDS = 5;
    private static final long LONGEST_WAIT_SECONDS = 600;

    private final Schedules schedules;
    private final Download download;
    private final Map<FeedId, Source> sources = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "schedule-import");
        thread.setDaemon(true);
        return thread;
    });

    /** Where a feed's schedule is, and what was last answered there. */
    private record Source(URI url, String etag, int failures) {}

    /** @param largest one bound for what is uploaded and for what is fetched */
    ScheduleImport(
            Schedules schedules, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.schedules = schedules;
        this.download = new Download(largest.asLongValue());
    }

    void start(@Observes StartupEvent ignored) {
        // So that the bean is there before the first announcement.
    }

    void stop(@Observes ShutdownEvent ignored) {
        worker.shutdownNow();
    }

    void announced(@Observes FeedAnnouncement feed) {
        URI url = feed.schedule();
        Source before = sources.get(feed.id());
        if (url == null) {
            sources.remove(feed.id());
        } else if (before == null || !before.url().equals(url)) {
            Source source = new Source(url, null, 0);
            sources.put(feed.id(), source);
            worker.execute(() -> check(feed.id(), source));
        }
    }

    private void check(FeedId feed, Source source) {
        if (sources.get(feed) != source) {
            return;
        }
        Source next = fetch(feed, source);
        sources.replace(feed, source, next);
        long wait = next.failures() == 0
                ? AGAIN_SECONDS
                : Math.min(LONGEST_WAIT_SECONDS, SOON_SECONDS << Math.min(next.failures() - 1, 10));
        if (!worker.isShutdown()) {
            worker.schedule(() -> check(feed, next), wait, TimeUnit.SECONDS);
        }
    }

    private Source fetch(FeedId feed, Source source) {
        try {
            Download.Answer answer = download.get(source.url(), source.etag());
            if (answer.body() != null) {
                schedules.take(feed, answer.body());
            }
            return new Source(source.url(), answer.etag(), 0);
        } catch (Refusal e) {
            LOG.warnf(
                    "The schedule was not taken; feed=%s code=%s",
                    feed, e.error().code());
        } catch (RuntimeException e) {
            // The kind only: a database client's message may carry what it was given.
            LOG.errorf(
                    "The schedule was not taken; feed=%s fault=%s",
                    feed, e.getClass().getName());
        }
        return new Source(source.url(), source.etag(), source.failures() + 1);
    }
}
