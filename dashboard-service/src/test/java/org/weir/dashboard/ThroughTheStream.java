package org.weir.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.PositionReader;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.Topics;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/**
 * The same positions, the same broker, the same run: read and parsed by a bare consumer, and through the dashboard-service
 * in a process of its own until every run is in the database. Both read committed records that appear all at once, in
 * one transaction. The first round warms up and does not count.
 */
final class ThroughTheStream {
    private static final FeedId FEED = FeedId.of("riverton.vehicle-positions");
    private static final double BAR = 0.4;

    private final Stack stack;
    private final List<VehiclePosition> positions;
    private final TestTopics topics;

    private ThroughTheStream(Stack stack, List<VehiclePosition> positions, TestTopics topics) {
        this.stack = stack;
        this.positions = positions;
        this.topics = topics;
    }

    /** @param args the schedule, the day's positions, rounds (3) */
    public static void main(String[] args) throws Exception {
        // Made by one thread: broker and database would make it by two at once, and wait for each other.
        java.util.logging.LogManager.getLogManager();
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        List<VehiclePosition> positions = CityDay.read(Path.of(args[1])).positions();
        Path home = Files.createTempDirectory("weir-through");
        List<Double> ratios = new ArrayList<>();
        try (Stack stack = Stack.start(StackOptions.ephemeral());
                TestTopics topics = new TestTopics(stack.bootstrapServers());
                RunningDashboard dashboard = new RunningDashboard(stack, home, 18_481)) {
            topics.announce(FEED, true);
            dashboard.start();
            dashboard.upload(FEED.value(), Files.readAllBytes(Path.of(args[0])));
            ThroughTheStream proof = new ThroughTheStream(stack, positions, topics);
            for (int round = 0; round <= rounds; round++) {
                double ratio = proof.round(dashboard, round);
                if (round > 0) {
                    ratios.add(ratio);
                }
            }
        }
        double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
        System.out.printf(Locale.ROOT, "ratio %.2f (at least %.2f)%n", median, BAR);
        System.exit(median >= BAR ? 0 : 1);
    }

    private double round(RunningDashboard dashboard, int round) throws Exception {
        String agreement = "through-" + round;
        topics.notice(FEED, agreement, AgreementState.ACTIVE, round + 1);
        // The consumer that looks for topics has seen it before the records come.
        RunningDashboard.await(Duration.ofSeconds(30), "topics were looked for", pause(Duration.ofSeconds(5)));
        double before = dashboard.taken();
        long begin = fill(Topics.shared(TestTopics.RECIPIENT, new AgreementId(agreement), FEED));
        RunningDashboard.await(
                Duration.ofMinutes(20),
                "every position is taken",
                () -> dashboard.taken() - before >= positions.size());
        double stream = (System.nanoTime() - begin) / 1e9;
        RunningDashboard.await(Duration.ofMinutes(20), "every run is written", () -> written(dashboard));
        double store = (System.nanoTime() - begin) / 1e9;
        double bare = bare(Topics.shared(TestTopics.RECIPIENT, new AgreementId(agreement), FEED));
        System.out.printf(
                Locale.ROOT,
                "%s: bare %,.0f/s, taken by the stream %,.0f/s, in the database %,.0f/s, ratio %.2f%n",
                round == 0 ? "warm-up" : "round " + round,
                positions.size() / bare,
                positions.size() / stream,
                positions.size() / store,
                bare / store);
        return bare / store;
    }

    private static java.util.function.BooleanSupplier pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() > until;
    }

    private static boolean written(RunningDashboard dashboard) {
        double given = dashboard.meter("weir_movement_runs_total", "");
        return dashboard.meter("weir_store_runs_total", "") >= given
                && given == dashboard.meter("weir_movement_runs_total", "");
    }

    /** All in one transaction; returns when they became visible. */
    private long fill(String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", stack.bootstrapServers());
        settings.put("transactional.id", "fill-" + topic);
        settings.put("transaction.timeout.ms", 600_000);
        settings.put("linger.ms", 20);
        settings.put("batch.size", 200_000);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (VehiclePosition each : positions) {
                producer.send(new ProducerRecord<>(
                        topic,
                        null,
                        each.timestamp() * 1_000,
                        each.vehicleId().getBytes(StandardCharsets.UTF_8),
                        PositionWriter.write(each)));
            }
            producer.flush();
            long now = System.nanoTime();
            producer.commitTransaction();
            return now;
        }
    }

    /** Seconds to read and parse the topic. */
    private double bare(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long begin = System.nanoTime();
            AtomicLong left = new AtomicLong(positions.size());
            while (left.get() > 0) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    try {
                        left.addAndGet(PositionReader.read(record.value()).timestamp() > 0 ? -1 : 0);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
