package org.weir.consent.enforce;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
import org.weir.consent.QuietLogs;
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
import org.weir.schemas.agreement.Obligation;
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
 * partitions; eleven fields allowed, one of them under a pseudonym, the location coarsened to a cell. Both commit every
 * 100 ms, use the same client settings, and are timed by what a reader of committed records could see. A round is a copy
 * and an enforcement, one right after the other, and has a ratio of its own; the median of the ratios is told, so that a
 * machine that is busy for a while spoils a round and not the result. Beside it stands the processor time of the whole
 * process, broker included, for each record. Last, the same with three agreements on the feed beside one.
 */
public final class EnforcementBenchmark {
    private static final int PARTITIONS = Topics.RAW.partitions();
    private static final Duration TRANSACTION = Duration.ofMillis(100);
    private static final Map<String, Double> BARS = Map.of("none", 0.8, "lz4", 0.6);
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final FeedContract CONTRACT =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();

    /**
     * Rounds that do not count: broker, clients and enforcement share one machine with their compiler, which is busy for
     * the first minute, and in a service only then.
     */
    private static final int WARM_UP = 10;

    private static final AtomicLong EPOCH = new AtomicLong();

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

    /** @param args records a round (default 400000), rounds (default 7) */
    public static void main(String[] args) throws Exception {
        QuietLogs.begin();
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 400_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        boolean held = true;
        try (Stack stack = Stack.start(StackOptions.ephemeral())) {
            EnforcementBenchmark benchmark = new EnforcementBenchmark(stack.bootstrapServers(), records);
            for (String compression : List.of("none", "lz4")) {
                held &= benchmark.compare(compression, rounds);
            }
            held &= benchmark.threeBesideOne(rounds);
        }
        System.exit(held ? 0 : 1);
    }

    private boolean compare(String compression, int rounds) throws Exception {
        FeedId feed = FeedId.of("bench-" + compression + ".vehicle-positions");
        int bytes = fill(feed, compression);
        List<AgreementDocument> agreements = agree(feed, 1);
        List<Pace> bare = new ArrayList<>();
        List<Pace> enforced = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Pace copied = copy(feed, compression, round);
            Pace passed = enforce(feed, agreements, compression);
            if (round >= 0) {
                bare.add(copied);
                enforced.add(passed);
            }
        }
        double ratio = medianRatio(enforced, bare, Pace::perSecond);
        double bar = BARS.get(compression);
        System.out.printf(
                Locale.ROOT,
                "%-4s  %d records of %d bytes: bare copy %,.0f/s (%.1f us of processor each), enforced %,.0f/s (%.1f us),"
                        + " ratio %.2f (at least %.2f: %s; by processor time %.2f); ratios %s%n",
                compression,
                records,
                bytes,
                median(bare, Pace::perSecond),
                median(bare, Pace::cpuMicros),
                median(enforced, Pace::perSecond),
                median(enforced, Pace::cpuMicros),
                ratio,
                bar,
                ratio >= bar ? "held" : "NOT HELD",
                medianRatio(bare, enforced, Pace::cpuMicros),
                ratios(enforced, bare));
        return ratio >= bar;
    }

    /** Records out a second under three agreements beside those under one, uncompressed. */
    private boolean threeBesideOne(int rounds) throws Exception {
        FeedId one = FeedId.of("bench-one.vehicle-positions");
        FeedId three = FeedId.of("bench-three.vehicle-positions");
        fill(one, "none");
        fill(three, "none");
        List<AgreementDocument> single = agree(one, 1);
        List<AgreementDocument> several = agree(three, 3);
        List<Pace> ones = new ArrayList<>();
        List<Pace> threes = new ArrayList<>();
        for (int round = -1; round < Math.min(rounds, 5); round++) {
            Pace alone = enforce(one, single, "none");
            Pace together = enforce(three, several, "none");
            if (round >= 0) {
                ones.add(alone);
                threes.add(together);
            }
        }
        double ratio = medianRatio(threes, ones, Pace::perSecond);
        System.out.printf(
                Locale.ROOT,
                "three agreements on the feed: %,.0f records out/s, one: %,.0f records out/s, ratio %.2f (at least 1.00:"
                        + " %s); ratios %s%n",
                median(threes, Pace::perSecond),
                median(ones, Pace::perSecond),
                ratio,
                ratio >= 1 ? "held" : "NOT HELD",
                ratios(threes, ones));
        return ratio >= 1;
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

    /** So many agreements in force on the feed, all alike. */
    private List<AgreementDocument> agree(FeedId feed, int number) throws ExecutionException, InterruptedException {
        for (var each :
                List.of(Topics.AGREEMENTS, Topics.ENFORCEMENT_STATUS, Topics.LEDGER, Topics.LEDGER_CHECKPOINTS)) {
            topics.create(each);
        }
        List<AgreementDocument> agreements = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer("bench-agreements"))) {
            for (int n = 0; n < number; n++) {
                AgreementDocument document = Documents.of(
                        feed.agency() + "-" + n,
                        feed,
                        Documents.FIELDS,
                        List.of(
                                new Obligation(Obligation.PSEUDONYMISE, "vehicle.id"),
                                new Obligation("coarsenLocation", "position", Map.of("resolution", "8"))),
                        null,
                        null);
                agreements.add(document);
                AgreementRecord active = new AgreementRecord(
                        EPOCH.incrementAndGet(), AgreementState.ACTIVE, document, Instant.EPOCH, "benchmark");
                producer.send(new ProducerRecord<>(
                                Topics.AGREEMENTS.pattern(), document.uid().value(), Json.bytes(active)))
                        .get();
            }
        }
        return agreements;
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

    /** Records out a second through the real worker, from its first commit to its last. */
    private Pace enforce(FeedId feed, List<AgreementDocument> agreements, String compression)
            throws ExecutionException, InterruptedException {
        rewind(WorkerSettings.GROUP, feed);
        long before = 0;
        for (AgreementDocument each : agreements) {
            before += count(Rig.shared(each, feed));
        }
        FeedRegister feeds = register(feed);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        PlanCompiler compiler = new PlanCompiler(
                f -> Optional.ofNullable(feeds.all().get(f)), (agreement, purpose, epoch) -> Optional.of(KEY));
        try (LedgerWatch ledger = new LedgerWatch(kafka, Duration.ofHours(1), "bench-cover");
                FollowedPlans plans = new FollowedPlans(kafka, compiler, feeds, "bench-plans")) {
            plans.catchUp(Duration.ofSeconds(10));
            Workplace place = new Workplace(
                    KafkaClients.of(kafka),
                    plans,
                    new SharedTopics(topics, feeds, 512 << 20),
                    new OutputSeal(KEY),
                    ledger,
                    new EnforcementMeters(meters),
                    new DecisionClock(Clock.systemUTC()));
            Pace pace = new EnforcementRun(meters, feed, (long) records * agreements.size())
                    .time(() -> new EnforcementWorker(place, settings("bench-enforcer", compression)));
            long now = 0;
            for (AgreementDocument each : agreements) {
                now += count(Rig.shared(each, feed));
            }
            if (now - before < (long) records * agreements.size()) {
                throw new IllegalStateException("Shared " + (now - before) + " of " + records * agreements.size());
            }
            return pace;
        }
    }

    /** Waits until so many records are shared. */
    private record EnforcementRun(SimpleMeterRegistry meters, FeedId feed, long all) {
        Pace time(java.util.function.Supplier<EnforcementWorker> begin) {
            try (EnforcementWorker worker = begin.get()) {
                Watch watch = null;
                double first = 0;
                double done = 0;
                while (done < all) {
                    LockSupport.parkNanos(2_000_000);
                    done = shared();
                    if (watch == null && done > 0) {
                        // Joining the group is not enforcement: time counts from the first commit on.
                        watch = new Watch();
                        first = done;
                    }
                }
                return watch.pace(all - first);
            }
        }

        private double shared() {
            return meters
                    .find("weir.enforcement.records")
                    .tag("feed", feed.value())
                    .tag("outcome", "shared")
                    .counters()
                    .stream()
                    .mapToDouble(Counter::count)
                    .sum();
        }
    }

    private static FeedRegister register(FeedId feed) {
        Map<FeedId, KnownFeed> all = Map.of(feed, new KnownFeed(feed, "Buses", "Bench", CONTRACT, true));
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
        if (topics.partitions(topic).isEmpty()) {
            return 0;
        }
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
        return middle(rounds.stream().mapToDouble(of).toArray());
    }

    private static double medianRatio(List<Pace> above, List<Pace> below, ToDoubleFunction<Pace> of) {
        return middle(IntStream.range(0, above.size())
                .mapToDouble(i -> of.applyAsDouble(above.get(i)) / of.applyAsDouble(below.get(i)))
                .toArray());
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String ratios(List<Pace> above, List<Pace> below) {
        return IntStream.range(0, above.size())
                .mapToObj(i -> String.format(Locale.ROOT, "%.2f", above.get(i).perSecond / below.get(i).perSecond))
                .collect(Collectors.joining(" "));
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
