package org.weir.consent.enforce;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.topic.FeedRegister;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.SharedTopics;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.Topics;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/**
 * The same records, the same broker, the same run: copied from topic to topic by a bare transactional consumer and
 * producer, and through the real enforcement worker. Positions of fifteen fields, about 440 bytes, seven headers, eight
 * partitions; eleven fields allowed, one of them under a pseudonym. Both commit every 100 ms, use the same client
 * settings, and are timed by what a reader of committed records could see. Rounds alternate, so that neither profits
 * from a warmer machine; the median of each is told. Beside it stands the processor time of the whole process, broker
 * included, for each record: on a machine that is busy with other things it says more than records a second.
 */
public final class EnforcementBenchmark {
    private static final int PARTITIONS = Topics.RAW.partitions();
    private static final Duration TRANSACTION = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final TopicKeeper topics;
    private final Admin admin;
    private final int records;

    private EnforcementBenchmark(String bootstrap, int records) {
        this.kafka = KafkaSettings.at(bootstrap);
        this.topics = new TopicKeeper(kafka, (short) 1);
        this.admin = Admin.create(kafka.common());
        this.records = records;
    }

    /** @param args records a round (default 600000), rounds (default 3) */
    public static void main(String[] args) throws Exception {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 600_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        int failed = 0;
        try (Stack stack = Stack.start(StackOptions.ephemeral())) {
            EnforcementBenchmark benchmark = new EnforcementBenchmark(stack.bootstrapServers(), records);
            for (String compression : List.of("none", "lz4")) {
                failed += benchmark.compare(compression, rounds) ? 0 : 1;
            }
        }
        System.exit(failed);
    }

    private boolean compare(String compression, int rounds) throws Exception {
        FeedId feed = FeedId.of("bench-" + compression + ".vehicle-positions");
        int bytes = fill(feed, compression);
        announce(feed);
        List<Pace> bare = new ArrayList<>();
        List<Pace> enforced = new ArrayList<>();
        long shared = 0;
        // The first round of each warms up and does not count.
        for (int round = 0; round <= rounds; round++) {
            Pace copied = copy(feed, compression, round);
            Pace passed = enforce(feed, compression, round);
            shared = count(
                    Topics.shared(agreement(feed).assignee(), agreement(feed).uid(), feed));
            if (round > 0) {
                bare.add(copied);
                enforced.add(passed);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-4s  %d records of %d bytes: bare copy %,.0f/s (%.1f us of processor each), enforced %,.0f/s (%.1f us),"
                        + " ratio %.2f (by processor time %.2f); rounds %s and %s%n",
                compression,
                records,
                bytes,
                median(bare, Pace::perSecond),
                median(bare, Pace::cpuMicros),
                median(enforced, Pace::perSecond),
                median(enforced, Pace::cpuMicros),
                median(enforced, Pace::perSecond) / median(bare, Pace::perSecond),
                median(bare, Pace::cpuMicros) / median(enforced, Pace::cpuMicros),
                rounded(bare),
                rounded(enforced));
        return shared >= records;
    }

    /** Publishes the records once; every round reads them again. */
    private int fill(FeedId feed, String compression) {
        topics.create(Topics.raw(feed), PARTITIONS, Topics.RAW.keptBySize(4L << 30));
        Map<String, Object> settings = new HashMap<>(kafka.producer("bench-fill"));
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        int bytes = 0;
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings)) {
            for (int n = 0; n < records; n++) {
                String vehicle = "vehicle-" + n % 2000;
                byte[] value = position(vehicle, n);
                bytes = Math.max(bytes, value.length);
                producer.send(raw(feed, vehicle, value, n));
            }
        }
        return bytes;
    }

    /** Fifteen fields. */
    static byte[] position(String vehicle, int n) {
        return PositionWriter.write(new VehiclePosition(
                vehicle,
                "Coach " + vehicle,
                "GOV-" + n % 2000,
                "trip-20251009-weekday-" + n % 4000,
                "route-" + n % 120,
                n % 2,
                "08:15:00",
                "20251009",
                null,
                38.9 + n % 100_000 / 1_000_000.0,
                -77.0 - n % 100_000 / 1_000_000.0,
                n % 360,
                123_456.7 + n,
                n % 200 / 10f,
                null,
                "stop-" + n % 7000,
                null,
                1_760_000_000L + n / 100,
                null,
                "MANY_SEATS_AVAILABLE",
                null));
    }

    private static ProducerRecord<String, byte[]> raw(FeedId feed, String vehicle, byte[] value, int n) {
        long millis = (1_760_000_000L + n / 100) * 1000;
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.raw(feed), n % 2000 % PARTITIONS, millis, vehicle, value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        vehicle + "-" + millis,
                        "ce_source",
                        "/feeds/" + feed,
                        "ce_type",
                        "org.weir.vehicle-position.v1",
                        "ce_subject",
                        vehicle,
                        "ce_time",
                        Instant.ofEpochMilli(millis).toString(),
                        "content-type",
                        "application/json")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void announce(FeedId feed) throws ExecutionException, InterruptedException {
        for (var each : List.of(Topics.AGREEMENTS, Topics.ENFORCEMENT_STATUS, Topics.LEDGER, Topics.OBLIGATIONS)) {
            topics.create(each);
        }
        AgreementDocument document = agreement(feed);
        AgreementRecord active = new AgreementRecord(
                feed.hashCode() & 0xffffffL, AgreementState.ACTIVE, document, Instant.EPOCH, "benchmark");
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer("bench-agreements"))) {
            producer.send(new ProducerRecord<>(
                            Topics.AGREEMENTS.pattern(), document.uid().value(), Json.bytes(active)))
                    .get();
        }
        topics.create(
                Topics.shared(document.assignee(), document.uid(), feed),
                PARTITIONS,
                Topics.SHARED.keptBySize(4L << 30));
    }

    private static AgreementDocument agreement(FeedId feed) {
        return Documents.buses("bench-" + feed.agency(), feed);
    }

    /** Records a second of a loop that does nothing but copy. */
    private Pace copy(FeedId feed, String compression, int round) {
        String target = "copy-" + compression + "-" + round;
        topics.create(target, PARTITIONS, Topics.SHARED.keptBySize(4L << 30));
        WorkerSettings settings = settings("copy-" + compression, compression);
        Map<String, Object> consuming = settings.consumer(kafka);
        consuming.put(ConsumerConfig.GROUP_ID_CONFIG, "bench-copy-" + compression + "-" + round);
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(p -> new TopicPartition(Topics.raw(feed), p))
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consuming);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings.producer(kafka))) {
            producer.initTransactions();
            consumer.assign(partitions);
            producer.partitionsFor(target);
            consumer.seekToBeginning(partitions);
            Watch watch = new Watch();
            int copied = 0;
            while (copied < records) {
                producer.beginTransaction();
                long opened = System.nanoTime();
                Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
                while (copied < records && System.nanoTime() - opened < TRANSACTION.toNanos()) {
                    ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(20));
                    for (ConsumerRecord<byte[], byte[]> each : polled) {
                        producer.send(new ProducerRecord<>(
                                target, each.partition(), each.timestamp(), each.key(), each.value(), each.headers()));
                    }
                    copied += polled.count();
                    offsets.putAll(polled.nextOffsets());
                }
                producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
                producer.commitTransaction();
            }
            return watch.pace(records);
        }
    }

    /** Records a second through the real worker, from its first shared record's batch to its last commit. */
    private Pace enforce(FeedId feed, String compression, int round) throws ExecutionException, InterruptedException {
        String group = WorkerSettings.GROUP;
        AgreementDocument agreement = agreement(feed);
        String shared = Topics.shared(agreement.assignee(), agreement.uid(), feed);
        rewind(group, feed);
        long before = count(shared);
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        FeedContract contract =
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
        FeedDirectory feeds = f -> Optional.of(new KnownFeed(f, "Buses", "Bench", contract, true));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (FollowedPlans plans = new FollowedPlans(
                kafka,
                new PlanCompiler(feeds, (a, p, e) -> Optional.of(key)),
                register(feed, contract),
                "bench-plans")) {
            plans.catchUp(Duration.ofSeconds(10));
            EnforcementMeters counting = new EnforcementMeters(meters);
            Watch watch = null;
            Workplace place = new Workplace(
                    KafkaClients.of(kafka),
                    plans,
                    new SharedTopics(topics, register(feed, contract), 4L << 30),
                    new OutputSeal(key),
                    counting,
                    new DecisionClock(Clock.systemUTC()));
            try (EnforcementWorker worker = new EnforcementWorker(place, settings("bench-enforcer", compression))) {
                double done;
                double first = 0;
                do {
                    done = meters
                            .find("weir.enforcement.records")
                            .tag("feed", feed.value())
                            .tag("outcome", "shared")
                            .counters()
                            .stream()
                            .mapToDouble(c -> c.count())
                            .sum();
                    if (watch == null && done > 0) {
                        // Joining the group is not enforcement: time counts from the first commit on.
                        watch = new Watch();
                        first = done;
                    }
                    java.util.concurrent.locks.LockSupport.parkNanos(200_000);
                } while (done < records);
                Pace pace = watch.pace(records - first);
                long now = count(shared);
                if (now - before < records) {
                    throw new IllegalStateException("Shared " + (now - before) + " of " + records);
                }
                return pace;
            }
        }
    }

    private static FeedRegister register(FeedId feed, FeedContract contract) {
        Map<FeedId, KnownFeed> all = Map.of(feed, new KnownFeed(feed, "Buses", "Bench", contract, true));
        return new FeedRegister() {
            @Override
            public Map<FeedId, KnownFeed> all() {
                return all;
            }

            @Override
            public boolean catchUp(Duration atMost) {
                return true;
            }
        };
    }

    private void rewind(String group, FeedId feed) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> zero = new HashMap<>();
        for (int p = 0; p < PARTITIONS; p++) {
            zero.put(new TopicPartition(Topics.raw(feed), p), new OffsetAndMetadata(0));
        }
        admin.alterConsumerGroupOffsets(group, zero).all().get();
    }

    /** The offset behind the last record, summed over the partitions; markers of transactions count too. */
    private long count(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int p = 0; p < PARTITIONS; p++) {
            latest.put(new TopicPartition(topic, p), OffsetSpec.latest());
        }
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(info -> info.offset())
                .sum();
    }

    private static WorkerSettings settings(String id, String compression) {
        return new WorkerSettings(
                id, WorkerSettings.GROUP, Duration.ofSeconds(5), TRANSACTION, Duration.ofMillis(20), compression);
    }

    private static double median(List<Pace> rounds, ToDoubleFunction<Pace> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static List<Long> rounded(List<Pace> rounds) {
        return rounds.stream().map(pace -> Math.round(pace.perSecond)).toList();
    }

    /** Records a second, and microseconds of processor for each. */
    private record Pace(double perSecond, double cpuMicros) {}

    private static final class Watch {
        private static final OperatingSystemMXBean PROCESS =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long began = System.nanoTime();
        private final long cpu = PROCESS.getProcessCpuTime();

        Pace pace(double records) {
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Pace(records / seconds, (PROCESS.getProcessCpuTime() - cpu) / 1e3 / records);
        }
    }
}
