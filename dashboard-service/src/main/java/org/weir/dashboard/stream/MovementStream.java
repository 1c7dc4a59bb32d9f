package org.weir.dashboard.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.Shared;
import org.weir.schemas.id.RecipientId;

/** Runs the topology: once its topic exists and the stored schedules are in memory, until the end. */
@ApplicationScoped
public class MovementStream {
    private static final Logger LOG = Logger.getLogger(MovementStream.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
    private static final long BEFORE_NEW_LOOK = Duration.ofMillis(200).toNanos();
    private static final long BEFORE_NEW_THREAD = Duration.ofSeconds(1).toNanos();

    /** One for each processor; a feed has eight partitions to share. */
    private static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors());

    private static final int AT_ONCE = 1_000;
    private static final int FETCHED = 4 << 20;
    private static final int SENT = 512 << 10;

    private final Shared shared;
    private final DashboardConfig config;
    private final ScheduleLookup schedules;
    private final Outcomes outcomes;
    private final MetricTopics topics;
    private final Endings endings;
    private volatile KafkaStreams streams;
    private volatile boolean stopped;

    MovementStream(
            Shared shared,
            DashboardConfig config,
            ScheduleLookup schedules,
            OutcomeMeters outcomes,
            MetricTopics topics,
            Endings endings) {
        this.shared = shared;
        this.config = config;
        this.schedules = schedules;
        this.outcomes = outcomes;
        this.topics = topics;
        this.endings = endings;
    }

    void start(@Observes StartupEvent ignored) {
        Thread thread = new Thread(this::run, "movement-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        topics.awaitMade(() -> stopped);
        // What an agreement gave that ended meanwhile must not be processed, so all endings are known first. And
        // vehicles
        // that were on their way go on by the versions they began with, so all stored schedules are read first.
        while (!stopped && !(endings.known() && schedules.complete())) {
            LockSupport.parkNanos(BEFORE_NEW_LOOK);
        }
        if (stopped) {
            return;
        }
        StreamsConfig settings = new StreamsConfig(settings());
        KafkaStreams made = new KafkaStreams(
                MovementTopology.build(new RecipientId(config.recipient()), schedules, outcomes, endings, settings),
                settings);
        made.setUncaughtExceptionHandler(e -> {
            LOG.error("A movement thread failed and is replaced", e);
            LockSupport.parkNanos(BEFORE_NEW_THREAD);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams = made;
        made.start();
    }

    void stop(@Observes ShutdownEvent ignored) {
        stopped = true;
        if (streams != null) {
            streams.close(CLOSE_WITHIN);
        }
    }

    /** What state it is in; null before it began. */
    public KafkaStreams.State state() {
        return streams == null ? null : streams.state();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(shared.broker());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, MovementTopology.APPLICATION_ID);
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, MovementTopology.APPLICATION_ID);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // What is live is committed each second all the same: FollowVehicles asks for it.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 5_000);
        settings.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.topics().replication());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory().toString());
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        // Topics have nothing to do with one another, so none waits until another has been looked at.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // Behind, as in a replay of past days, it reads in large pieces and does not stop and start its fetching.
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 2 * AT_ONCE);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), AT_ONCE);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), FETCHED);
        // A track has some kilobytes: with the usual 16 each would be a batch of its own.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), SENT);
        // Its code is native; that of lz4 is Java under an application's own class loader, and took a third of a
        // thread.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), 1);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // What a tombstone deletes is gone from the broker's disks within a day, also where little is written.
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG), MetricTopics.GONE_WITHIN_MS);
        // What a killed instance held is taken over this soon, and by itself after a new start.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        // A shared topic that appears is read within two seconds.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        return settings;
    }

    private Path stateDirectory() {
        try {
            // Without a place of its own the state is made anew from the broker's changelogs at each start.
            return config.stateDirectory().isPresent()
                    ? Files.createDirectories(config.stateDirectory().get())
                    : Files.createTempDirectory("weir-dashboard-state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
