package org.weir.stack;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka node that is broker and controller at once (KRaft). */
final class Broker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the node in a directory, formatting it when it is new.
     *
     * @param port 0 for any free one
     */
    static Broker start(Path directory, int port) {
        QuietLogs.forBroker();
        int own = port == 0 ? FreePort.any() : port;
        BrokerSettings settings = new BrokerSettings(directory, own, FreePort.any());
        try {
            if (!Files.exists(directory.resolve("meta.properties"))) {
                format(directory);
            }
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
            server.startup();
            return new Broker(server, own);
        } catch (Exception e) {
            throw new IllegalStateException("The Kafka broker did not start on port " + own + ": " + e.getMessage(), e);
        }
    }

    String address() {
        return FreePort.LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) throws Exception {
        // The quorum's address is in the settings, not in the log, so that a kept directory may start on another port.
        new Formatter()
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setPrintStream(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }
}
