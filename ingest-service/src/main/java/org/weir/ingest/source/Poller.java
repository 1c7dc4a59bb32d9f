package org.weir.ingest.source;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.weir.ingest.decode.MessageReader;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.Source;
import org.weir.ingest.health.PollOutcome;
import org.weir.ingest.publish.Intake;
import org.weir.ingest.source.Fetched.Validators;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Polls one feed for as long as it is registered. The next poll is set when one has ended, so that polls never overlap,
 * and it is set whatever the one came to.
 */
final class Poller {
    private static final Logger LOG = Logger.getLogger(Poller.class);

    private final FeedId id;
    private final Supplier<Feed> feed;
    private final HttpFetch fetch;
    private final Intake intake;
    private final Consumer<PollOutcome> outcomes;
    private final Clock clock;
    private final ScheduledExecutorService alarm;
    private final Executor executor;
    private ScheduledFuture<?> next;
    private boolean polling;
    private boolean stopped;
    private int failures;
    private URI askedLast;
    private Validators validators = Validators.NONE;

    /** @param feed the feed as it is registered now */
    Poller(
            Supplier<Feed> feed,
            HttpFetch fetch,
            Intake intake,
            Consumer<PollOutcome> outcomes,
            Clock clock,
            ScheduledExecutorService alarm,
            Executor executor) {
        this.id = feed.get().id();
        this.feed = feed;
        this.fetch = fetch;
        this.intake = intake;
        this.outcomes = outcomes;
        this.clock = clock;
        this.alarm = alarm;
        this.executor = executor;
    }

    /** Polls now, or as soon as the poll under way has ended; then as the feed's registration says. */
    synchronized void begin() {
        failures = 0;
        if (!polling) {
            set(Duration.ZERO);
        }
    }

    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private synchronized void set(Duration wait) {
        if (next != null) {
            next.cancel(false);
        }
        if (!stopped && feed.get().source() instanceof Source.Poll) {
            try {
                next = alarm.schedule(() -> executor.execute(this::poll), wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debugf("Polling ends with the service; feed=%s", id);
            }
        }
    }

    private void poll() {
        Source.Poll source;
        synchronized (this) {
            if (polling || stopped || !(feed.get().source() instanceof Source.Poll current)) {
                return;
            }
            polling = true;
            source = current;
            if (!source.url().equals(askedLast)) {
                askedLast = source.url();
                validators = Validators.NONE;
            }
        }
        Instant began = clock.instant();
        asked(source).exceptionally(Poller::failed).thenAccept(outcome -> ended(source, began, outcome));
    }

    private CompletionStage<PollOutcome> asked(Source.Poll source) {
        try {
            return fetch.get(source.url(), source.timeout(), validators).thenComposeAsync(this::taken, executor);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<PollOutcome> taken(Fetched fetched) {
        if (fetched instanceof Fetched.NotModified) {
            return CompletableFuture.completedFuture(new PollOutcome.NotModified());
        }
        if (fetched instanceof Fetched.Failed failed) {
            return CompletableFuture.completedFuture(new PollOutcome.Failed(failed.code(), failed.detail()));
        }
        Fetched.Body body = (Fetched.Body) fetched;
        return intake.take(MessageReader.read(body.bytes())).thenApply(batch -> {
            // Only now: a message that was not published must be asked for again in full.
            validators = body.validators();
            return new PollOutcome.Took(batch);
        });
    }

    private static PollOutcome failed(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof Refusal refusal) {
            return new PollOutcome.Failed(refusal.error(), refusal.problem().detail());
        }
        LOG.error("A poll failed on our side", cause);
        return new PollOutcome.Failed(ErrorCode.INTERNAL, null);
    }

    private void ended(Source.Poll source, Instant began, PollOutcome outcome) {
        Duration wait;
        synchronized (this) {
            polling = false;
            boolean changed = !source.equals(feed.get().source());
            failures = outcome instanceof PollOutcome.Failed && !changed ? failures + 1 : 0;
            wait = changed ? Duration.ZERO : wait(source.every(), Duration.between(began, clock.instant()));
        }
        try {
            outcomes.accept(outcome);
        } finally {
            set(wait);
        }
    }

    private Duration wait(Duration period, Duration took) {
        Duration whole = failures == 0
                ? period
                : BackOff.after(period, failures, ThreadLocalRandom.current().nextDouble());
        Duration rest = whole.minus(took);
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
