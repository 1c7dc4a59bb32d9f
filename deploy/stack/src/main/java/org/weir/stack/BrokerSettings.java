package org.weir.stack;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of a single node that shares a small machine with everything else.
 *
 * @param directory its log directory
 * @param port where clients connect
 * @param controllerPort where the node speaks with itself
 */
record BrokerSettings(Path directory, int port, int controllerPort) {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "PLAINTEXT";

    Properties properties() {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(NODE_ID));
        p.put("controller.quorum.voters", NODE_ID + "@" + FreePort.LOOPBACK + ":" + controllerPort);
        p.put("controller.listener.names", CONTROLLER);
        p.put("inter.broker.listener.name", CLIENTS);
        p.put("listeners", listener(CLIENTS, port) + "," + listener(CONTROLLER, controllerPort));
        p.put("advertised.listeners", listener(CLIENTS, port));
        p.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.put("log.dirs", directory.toString());
        // A topic that nobody declared is a mistake, and must look like one.
        p.put("auto.create.topics.enable", "false");
        singleNode(p);
        small(p);
        return p;
    }

    private static void singleNode(Properties p) {
        p.put("default.replication.factor", "1");
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        // After a crash the node waits until its former self counts as gone; the default is nine seconds.
        p.put("broker.session.timeout.ms", "6000");
        p.put("broker.heartbeat.interval.ms", "1000");
        // Nobody else is coming: the default waits three seconds for more members before it hands out partitions.
        p.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void small(Properties p) {
        p.put("offsets.topic.num.partitions", "4");
        p.put("transaction.state.log.num.partitions", "4");
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        p.put("num.recovery.threads.per.data.dir", "2");
        // The cleaner takes its buffer from the heap at start; the default of 128 MB is more than the rest together.
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        // Event time may lie ahead of this machine's clock when a synthetic city runs faster than real time.
        p.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    }

    private static String listener(String name, int port) {
        return name + "://" + FreePort.LOOPBACK + ":" + port;
    }
}
