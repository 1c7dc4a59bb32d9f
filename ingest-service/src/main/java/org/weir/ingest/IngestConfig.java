package org.weir.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The service's settings, {@code weir.*}. */
@ConfigMapping(prefix = "weir")
public interface IngestConfig {
    TopicsConfig topics();

    PollConfig poll();

    PushConfig push();

    PublishConfig publish();

    /** How topics are created. */
    interface TopicsConfig {
        /** On how many brokers each partition is. One machine has one broker; production wants 3. */
        @WithDefault("1")
        short replication();

        /** How much each partition of a recorded feed's raw topic keeps: its event times are long past, so not by time. */
        @WithDefault("512M")
        MemorySize recordedSize();
    }

    /** How feeds' addresses are asked. */
    interface PollConfig {
        /** The largest answer taken; a metropolis' positions are some 2 MB. */
        @WithDefault("50M")
        MemorySize largestBody();

        /** How long a connection may take; the whole answer has the feed's own timeout. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** How many redirects are followed. */
        @WithDefault("5")
        int redirects();
    }

    /** How pushes are taken. */
    interface PushConfig {
        /** The largest body taken. */
        @WithDefault("10M")
        MemorySize largestBody();
    }

    /** How records are published. */
    interface PublishConfig {
        /** How long the broker may take to acknowledge; then the push is answered with 503. */
        @WithDefault("20s")
        Duration deliveryTimeout();

        /** Kafka's compression of batches: none, lz4, zstd, snappy, gzip. */
        @WithDefault("lz4")
        String compression();

        /** How long a batch waits to fill. */
        @WithDefault("5ms")
        Duration linger();

        /** How many positions per feed are remembered as published, eight bytes each. */
        @WithDefault("4000000")
        int remembered();
    }
}
