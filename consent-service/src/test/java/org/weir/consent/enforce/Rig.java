package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.CommittedRecords;
import org.weir.consent.Positions;
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
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.topic.Topics;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/**
 * Enforcement by itself on a broker of its own: feeds, agreements and workers that a test starts, kills and starts
 * again. It reads what came out as a recipient does, and holds it against what went in.
 */
final class Rig implements FeedRegister, AutoCloseable {
    static final byte[] LEDGER_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final FeedContract CONTRACT =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();

    final Stack stack = Stack.start(StackOptions.ephemeral());
    final KafkaSettings kafka = KafkaSettings.at(stack.bootstrapServers());
    final TopicKeeper topics = new TopicKeeper(kafka, (short) 1);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Set<String> missingKeys = ConcurrentHashMap.newKeySet();
    private final Map<FeedId, KnownFeed> feeds = new HashMap<>();
    private final Map<FeedId, Integer> published = new HashMap<>();
    private final AtomicLong epoch = new AtomicLong();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer("rig"));
    /** What the processes follow, by the id of their worker. */
    private final Map<String, List<AutoCloseable>> followed = new HashMap<>();

    private final ExecutorService aside = Executors.newCachedThreadPool();
    /** No ledger runs here; a test that wants one to stall says so. */
    Duration stall = Duration.ofHours(1);

    private volatile Map<FeedId, KnownFeed> all = Map.of();

    Rig() {
        List.of(Topics.AGREEMENTS, Topics.ENFORCEMENT_STATUS, Topics.LEDGER, Topics.LEDGER_CHECKPOINTS)
                .forEach(topics::create);
    }

    @Override
    public Map<FeedId, KnownFeed> all() {
        return all;
    }

    @Override
    public boolean catchUp(Duration atMost) {
        return true;
    }

    /** Registers a feed. */
    FeedId feed(String agency) {
        FeedId feed = FeedId.of(agency + ".vehicle-positions");
        topics.create(Topics.raw(feed), Topics.RAW.partitions(), Topics.RAW.keptBySize(1 << 28));
        feeds.put(feed, new KnownFeed(feed, "Buses", agency, CONTRACT, true));
        all = Map.copyOf(feeds);
        return feed;
    }

    /** Publishes where an agreement stands now. */
    long agree(AgreementDocument document, AgreementState state) {
        AgreementRecord record = new AgreementRecord(epoch.incrementAndGet(), state, document, Instant.EPOCH, "rig");
        producer.send(
                new ProducerRecord<>(Topics.AGREEMENTS.pattern(), document.uid().value(), Json.bytes(record)));
        producer.flush();
        return record.epoch();
    }

    /** Publishes so many positions more, of fifty vehicles, a second of event time each. */
    int publish(FeedId feed, int records) {
        int from = published.getOrDefault(feed, 0);
        for (int n = from; n < from + records; n++) {
            String vehicle = "bus-" + n % 50;
            producer.send(new ProducerRecord<>(
                    Topics.raw(feed), null, (Positions.TIME + n) * 1000, vehicle, Positions.of(vehicle, n)));
        }
        producer.flush();
        published.put(feed, from + records);
        return from + records;
    }

    /** Publishes whatever bytes; they count as published. */
    void publish(FeedId feed, String key, byte[] value, long millis) {
        producer.send(new ProducerRecord<>(Topics.raw(feed), null, millis, key, value));
        producer.flush();
        published.merge(feed, 1, Integer::sum);
    }

    int published(FeedId feed) {
        return published.getOrDefault(feed, 0);
    }

    WorkerSettings settings(String id) {
        return new WorkerSettings(
                id, WorkerSettings.GROUP, Duration.ofSeconds(3), Duration.ofMillis(100), Duration.ofMillis(20), "none");
    }

    /** A process of its own; as it begins, its former self of that id follows nothing any more. */
    private Workplace place(String id, KafkaClients clients, Clock clock) {
        PlanCompiler compiler = new PlanCompiler(
                feed -> Optional.ofNullable(all.get(feed)),
                (agreement, purpose, e) ->
                        missingKeys.contains(agreement.value()) ? Optional.empty() : Optional.of(LEDGER_KEY));
        FollowedPlans plans = new FollowedPlans(kafka, compiler, this, "rig-plans");
        LedgerWatch ledger = new LedgerWatch(kafka, stall, "rig-cover");
        closeAside(followed.put(id, List.of(plans, ledger)));
        return new Workplace(
                clients,
                plans,
                new SharedTopics(topics, this, 1 << 28),
                new OutputSeal(LEDGER_KEY),
                ledger,
                new EnforcementMeters(meters),
                new DecisionClock(clock));
    }

    EnforcementWorker worker(String id) {
        return worker(id, KafkaClients.of(kafka));
    }

    EnforcementWorker worker(String id, KafkaClients clients) {
        return new EnforcementWorker(place(id, clients, Clock.systemUTC()), settings(id));
    }

    DelayedWorkers delayed(String id, Clock clock) {
        Workplace place = place(id, KafkaClients.of(kafka), clock);
        DelayedWorkers workers = new DelayedWorkers(place, settings(id), () -> topics.committed(WorkerSettings.GROUP));
        place.plans().tell(workers::follow);
        return workers;
    }

    static String shared(AgreementDocument a, FeedId feed) {
        return Topics.shared(a.assignee(), a.uid(), feed);
    }

    List<ConsumerRecord<byte[], byte[]>> shared(AgreementDocument a) {
        return read(shared(a, a.target().feed()));
    }

    /** Everything committed to a topic, by partition and offset; none where there is no such topic. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return CommittedRecords.read(kafka, topic);
    }

    /** Every ledger entry of an agreement. */
    List<LedgerEntry> ledger(AgreementDocument a) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : read(Topics.LEDGER.pattern())) {
            try {
                LedgerEntry entry = Json.STRICT.readValue(each.value(), LedgerEntry.class);
                if (a.uid().equals(entry.agreement())) {
                    entries.add(entry);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return entries;
    }

    /** The epoch that an enforcer last reported: what it commits since is decided by it or a later one. */
    long reported(String enforcer) {
        long last = -1;
        for (ConsumerRecord<byte[], byte[]> each : read(Topics.ENFORCEMENT_STATUS.pattern())) {
            if (enforcer.equals(Positions.text(each.key()))) {
                last = json(each).path("epoch").asLong();
            }
        }
        return last;
    }

    long accepted(AgreementDocument a) {
        return ledger(a).stream().mapToLong(LedgerEntry::accepted).sum();
    }

    /**
     * Holds what came out against what went in: every published record is accounted for once, what the ledger says was
     * shared lies in the shared topic, each raw record at most once, and the ledger commits to exactly those bytes.
     */
    void assertNothingLostAndNothingTwice(AgreementDocument a) {
        FeedId feed = a.target().feed();
        List<LedgerEntry> entries = ledger(a);
        assertThat(entries.stream().mapToLong(LedgerEntry::accepted).sum())
                .as("accepted")
                .isEqualTo(published(feed));
        List<ConsumerRecord<byte[], byte[]>> records = shared(a);
        assertThat(records.stream().map(Rig::rawId).collect(Collectors.toSet()))
                .as("raw records, each once")
                .hasSize(records.size());
        assertThat(entries.stream().mapToLong(LedgerEntry::shared).sum())
                .as("shared, as the ledger says")
                .isEqualTo(records.size());
        Map<Integer, List<long[]>> taken = new TreeMap<>();
        for (LedgerEntry each : entries) {
            each.offsets().forEach(r -> taken.computeIfAbsent(r.partition(), p -> new ArrayList<>())
                    .add(new long[] {r.from(), r.to()}));
            assertCommitment(each, records);
        }
        taken.values().forEach(Rig::assertWithoutGapOrOverlap);
    }

    static String rawId(ConsumerRecord<byte[], byte[]> shared) {
        return Positions.text(shared.headers().lastHeader("ce_id").value());
    }

    static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.STRICT.readTree(record.value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertWithoutGapOrOverlap(List<long[]> ranges) {
        ranges.sort(java.util.Comparator.comparingLong(r -> r[0]));
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i)[0]).as("offsets follow each other").isEqualTo(ranges.get(i - 1)[1]);
        }
    }

    /** As an auditor would who holds the hub's ledger key. */
    private static void assertCommitment(LedgerEntry entry, List<ConsumerRecord<byte[], byte[]>> records) {
        if (entry.shared() == 0) {
            assertThat(entry.commitment()).isNull();
            assertThat(entry.outputs()).isEmpty();
            return;
        }
        OutputSeal seal = new OutputSeal(LEDGER_KEY);
        TreeMap<Integer, byte[]> macs = new TreeMap<>();
        long found = 0;
        for (LedgerEntry.OffsetRange range : entry.outputs()) {
            OutputSeal.Part part = seal.part();
            for (ConsumerRecord<byte[], byte[]> each : records) {
                if (each.partition() == range.partition()
                        && each.offset() >= range.from()
                        && each.offset() < range.to()) {
                    part.add(each.key(), each.value());
                    found++;
                }
            }
            macs.put(range.partition(), part.take());
        }
        assertThat(found).as("records where the ledger says").isEqualTo(entry.shared());
        assertThat(seal.join(macs)).isEqualTo(entry.commitment());
    }

    /** Each waits for the broker's answer to what it asked last, so they wait together. */
    private void closeAside(List<AutoCloseable> each) {
        if (each != null) {
            each.forEach(one -> aside.submit(() -> {
                one.close();
                return one;
            }));
        }
    }

    @Override
    public void close() {
        followed.values().forEach(this::closeAside);
        aside.shutdown();
        try {
            assertThat(aside.awaitTermination(1, TimeUnit.MINUTES))
                    .as("all closed")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ZERO);
        topics.close();
        stack.close();
    }
}
