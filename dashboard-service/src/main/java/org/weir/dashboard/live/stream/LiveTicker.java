package org.weir.dashboard.live.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.id.FeedId;

/** Beats once a second for every watched feed; and at once where an agreement changes. */
@ApplicationScoped
public class LiveTicker {
    private static final Logger LOG = Logger.getLogger(LiveTicker.class);

    private final Standings standings;
    private final Fleets fleets;
    private final LiveEvents events;
    private final Clock clock;
    private final Map<FeedId, Channel> channels = new ConcurrentHashMap<>();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-ticker");
        thread.setDaemon(true);
        return thread;
    });

    LiveTicker(Standings standings, Fleets fleets, LiveEvents events, Clock clock, MeterRegistry meters) {
        this.standings = standings;
        this.fleets = fleets;
        this.events = events;
        this.clock = clock;
        meters.gaugeMapSize("weir.live.feeds.watched", java.util.List.of(), channels);
    }

    void start(@Observes StartupEvent ignored) {
        beat.scheduleAtFixedRate(() -> tick(true), 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent ignored) {
        beat.shutdownNow();
    }

    /** Whatever came under an ended agreement is dropped before anybody is told. */
    void agreementChanged(@Observes AgreementNotice notice) {
        if (notice.state().ended()) {
            fleets.drop(notice.document().uid());
        }
        beat.execute(() -> tick(false));
    }

    /** @param until when the stream ends: nobody watches longer than they are signed in */
    Multi<OutboundSseEvent> watch(FeedId feed, Sse sse, Instant until) {
        return Multi.createFrom()
                .emitter(
                        out -> {
                            Viewer viewer = new Viewer(out, sse, until);
                            channels.computeIfAbsent(feed, f -> new Channel(f, standings, fleets, events))
                                    .join(viewer);
                            // The first picture at once, not up to a second later.
                            beat.execute(() -> tick(feed));
                        },
                        BackPressureStrategy.BUFFER);
    }

    private void tick(FeedId feed) {
        Channel channel = channels.get(feed);
        if (channel != null) {
            beat(channel, true);
        }
    }

    private void tick(boolean second) {
        channels.values().forEach(channel -> beat(channel, second));
    }

    private void beat(Channel channel, boolean second) {
        try {
            channel.tick(clock.instant(), second);
        } catch (RuntimeException e) {
            LOG.error("A beat of the live map failed", e);
        }
    }
}
