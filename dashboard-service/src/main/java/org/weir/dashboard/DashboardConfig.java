package org.weir.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What this dashboard is told. */
@ConfigMapping(prefix = "weir")
public interface DashboardConfig {
    /** Whose dashboard this is: it reads this recipient's shared topics and no others. */
    @WithDefault("city-planning")
    String recipient();

    /** Where ingest-service answers. */
    @WithDefault("http://127.0.0.1:8081")
    URI ingestUrl();

    /** Where consent-service answers. */
    @WithDefault("http://127.0.0.1:8082")
    URI consentUrl();

    /**
     * The hub's public keys, as {@code GET /api/v1/keys} of consent-service publishes them, base64; notices that another
     * key signed say nothing. Without it they are asked for there.
     */
    Optional<List<String>> hubKeys();

    /** Where the secret key lies with which this dashboard signs certificates; all its instances share it. */
    @WithDefault("keystore")
    Path keystore();

    /** Where Kafka Streams keeps its state; without it, a fresh directory that is restored from the broker. */
    Optional<Path> stateDirectory();

    /** Topics that this service makes. */
    Topics topics();

    /** Topics that this service makes. */
    interface Topics {
        /** Copies of each record; 3 where there are three brokers. */
        @WithDefault("1")
        short replication();
    }

    /** How the figures are kept. */
    Store store();

    /** How the figures are kept. */
    interface Store {
        /**
         * How long a day has to be left alone before its figures are reckoned; longer than movement's commits are apart
         * where it is behind, which are five seconds.
         */
        @WithDefault("6s")
        Duration rollupQuiet();

        /**
         * How long a day that changes all the time waits for its figures; longer where reckoning such days would take more
         * than a tenth of a processor.
         */
        @WithDefault("30s")
        Duration rollupEvery();

        /**
         * How long a month has to be left alone before its days are merged. Only long periods are told from months, and
         * merging one again each time that one of its days goes on would take more than all days.
         */
        @WithDefault("10m")
        Duration monthQuiet();

        /** How long a month that changes all the time waits. */
        @WithDefault("6h")
        Duration monthEvery();

        /** How long single stop visits are kept after their service date and their last change. */
        @WithDefault("60d")
        Duration keepVisits();

        /** How long it is kept likewise how long buses spent on each 25 m of their ways. */
        @WithDefault("100d")
        Duration keepWays();

        /** How long figures of single days are kept likewise; those of months are kept for good. */
        @WithDefault("1096d")
        Duration keepDays();

        /** How long a service date has to be left alone before its evidence for the ranking is gathered. */
        @WithDefault("60s")
        Duration evidenceQuiet();

        /** How long a service date that changes all the time waits for it. */
        @WithDefault("30m")
        Duration evidenceEvery();

        /** How long the evidence of single dates is kept, and the rest of its month: a quarter can be ranked. */
        @WithDefault("100d")
        Duration keepEvidence();
    }
}
