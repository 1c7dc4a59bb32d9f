package org.weir.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.weir.ingest.IngestConfig;
import org.weir.ingest.feed.Agency;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.HealthKeeper;
import org.weir.ingest.health.IngestMeters;
import org.weir.ingest.health.PollOutcome;
import org.weir.ingest.health.Tally;
import org.weir.ingest.publish.FeedTail;
import org.weir.ingest.publish.Intake;
import org.weir.ingest.publish.Lane;
import org.weir.ingest.publish.RecordSender;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Every registered feed at work. */
@ApplicationScoped
public class Lines {
    private final Map<FeedId, Line> lines = new ConcurrentHashMap<>();
    private final Map<FeedId, Poller> pollers = new ConcurrentHashMap<>();
    private final IngestConfig config;
    private final RecordSender sender;
    private final FeedTail tail;
    private final HttpFetch fetch;
    private final HealthKeeper keeper;
    private final IngestMeters meters;
    private final Clock clock;
    private final ScheduledExecutorService alarm;
    private final ManagedExecutor executor;

    Lines(
            IngestConfig config,
            RecordSender sender,
            FeedTail tail,
            HttpFetch fetch,
            HealthKeeper keeper,
            IngestMeters meters,
            Clock clock,
            ScheduledExecutorService alarm,
            ManagedExecutor executor) {
        this.config = config;
        this.sender = sender;
        this.tail = tail;
        this.fetch = fetch;
        this.keeper = keeper;
        this.meters = meters;
        this.clock = clock;
        this.alarm = alarm;
        this.executor = executor;
    }

    /** Puts a feed to work, once: reads back what its topics hold, then polls it if it is polled. */
    public void open(Feed feed, Agency agency, Tally stored) {
        lines.computeIfAbsent(feed.id(), id -> opened(feed, agency, stored));
    }

    private Line opened(Feed feed, Agency agency, Tally stored) {
        FeedHealth health = new FeedHealth(stored, clock);
        Line line = new Line(feed, agency, health, lane -> intake(feed.id(), lane, health));
        Poller poller =
                new Poller(line::feed, fetch, line.intake(), outcome -> polled(line, outcome), clock, alarm, executor);
        pollers.put(feed.id(), poller);
        keeper.watch(feed.id(), health);
        meters.watch(feed.id(), health);
        line.intake().knowing();
        poller.begin();
        return line;
    }

    private Intake intake(FeedId feed, Supplier<Lane> lane, FeedHealth health) {
        return new Intake(feed, lane, config.publish().remembered(), sender, tail, health, clock, executor);
    }

    private void polled(Line line, PollOutcome outcome) {
        line.health().polled(outcome);
        meters.polled(line.feed().id(), outcome);
    }

    /** Puts a change of a feed to work at once. */
    public void change(Feed changed) {
        get(changed.id()).change(changed);
        pollers.get(changed.id()).begin();
    }

    /**
     * A registered feed.
     *
     * @throws Refusal {@code unknown-feed}
     */
    public Line get(FeedId feed) {
        return Optional.ofNullable(lines.get(feed))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_FEED, feed + " is not registered."));
    }

    /**
     * A registered feed by the text of its id.
     *
     * @throws Refusal {@code unknown-feed}
     */
    public Line get(String feed) {
        try {
            return get(FeedId.of(feed));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.UNKNOWN_FEED, e.getMessage());
        }
    }

    /** Every feed, by id. */
    public List<Line> all() {
        return lines.values().stream()
                .sorted(Comparator.comparing(line -> line.feed().id()))
                .toList();
    }

    /** Ends every poll's repetition. */
    void stop() {
        pollers.values().forEach(Poller::stop);
    }
}
