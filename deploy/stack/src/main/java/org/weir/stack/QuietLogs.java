package org.weir.stack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps a broker's thousand lines of start-up out of the logs of whoever embeds it. */
final class QuietLogs {

    /** Held, because java.util.logging forgets the level of a logger nobody holds. */
    private static final List<Logger> BROKER = Stream.of(
                    "kafka",
                    "state.change.logger",
                    "org.apache.kafka.common.config",
                    "org.apache.kafka.controller",
                    "org.apache.kafka.coordinator",
                    "org.apache.kafka.image",
                    "org.apache.kafka.metadata",
                    "org.apache.kafka.queue",
                    "org.apache.kafka.raft",
                    "org.apache.kafka.server",
                    "org.apache.kafka.storage",
                    "io.zonky")
            .map(Logger::getLogger)
            .toList();

    private QuietLogs() {}

    static void forBroker() {
        BROKER.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
