package org.weir.consent.enforce;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/**
 * Publishes how long each feed's records have been waiting for enforcement. It asks the broker, not the workers: what a
 * worker knows of its lag vanishes with the worker.
 */
@ApplicationScoped
class LagWatch {
    private static final Logger LOG = Logger.getLogger(LagWatch.class);
    private static final int PERIOD_S = 2;

    private final TopicKeeper topics;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<TopicPartition, Lag> lags = new HashMap<>();
    private final Map<FeedId, Double> seconds = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "consent-lag"));

    LagWatch(TopicKeeper topics, MeterRegistry registry, Clock clock) {
        this.topics = topics;
        this.registry = registry;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::look, PERIOD_S, PERIOD_S, TimeUnit.SECONDS);
    }

    void end(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            Map<TopicPartition, Long> committed = topics.committed(WorkerSettings.GROUP);
            Map<TopicPartition, Long> ends = topics.ends(Topics.RAW.prefix());
            Map<FeedId, Double> longest = new HashMap<>();
            ends.forEach((partition, end) -> {
                long lag = lags.computeIfAbsent(partition, p -> new Lag())
                        .look(committed.getOrDefault(partition, 0L), end, clock.millis());
                longest.merge(Topics.feedOfRaw(partition.topic()), lag / 1000.0, Math::max);
            });
            longest.forEach(this::publish);
        } catch (RuntimeException e) {
            LOG.debugf("The lag of enforcement cannot be looked up: %s", e.getMessage());
        }
    }

    private void publish(FeedId feed, double lag) {
        if (seconds.put(feed, lag) == null) {
            Gauge.builder("weir.enforcement.lag", () -> seconds.get(feed))
                    .description("How long records of the feed have been waiting for enforcement")
                    .baseUnit("seconds")
                    .tag("feed", feed.value())
                    .register(registry);
        }
    }
}
