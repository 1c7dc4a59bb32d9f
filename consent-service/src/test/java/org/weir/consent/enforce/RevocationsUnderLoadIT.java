package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.weir.consent.Api;
import org.weir.consent.Documents;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.enforce.CrashingClients.Step;
import org.weir.consent.keystore.HubKeys;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.SharedTopics;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/**
 * Revocations through the API, several at once, while feeds run under load and enforcers are killed without a word in
 * the middle of a transaction, each time at another step. Twenty in a build; {@code deploy/proof/a-thousand-revocations} asks for a thousand at full load. Each is timed from
 * the request to the receipt; afterwards the shared topic must end where the receipt says, markers of transactions
 * included, every agreement's equation must balance, and each raw record must be accounted for, under no agreement twice.
 */
@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
@TestProfile(RevocationsUnderLoadIT.Impatient.class)
class RevocationsUnderLoadIT {
    private static final int REVOCATIONS = Integer.getInteger("revocations", 20);
    /** A build has other things to do at the same time: there the load leaves room. */
    private static final boolean FULL_LOAD = REVOCATIONS >= 100;

    private static final int FEEDS_AT_ONCE = FULL_LOAD ? 4 : 2;
    private static final int AGREEMENTS_A_FEED = Math.max(5, Math.min(25, REVOCATIONS / FEEDS_AT_ONCE));
    private static final int DESKS = FULL_LOAD ? 4 : 2;
    private static final Duration SOON = Duration.ofSeconds(120);
    /** What a receipt may take beyond the time that a transaction gathers. */
    private static final long BAR_MILLIS = 1_000;

    private final Random random = new Random(20260302);
    private final ConcurrentLinkedQueue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger amidst = new AtomicInteger();
    private final AtomicInteger published = new AtomicInteger();
    private AccountedOffsets accounted;

    @Inject
    KafkaSettings kafka;

    @Inject
    KnownFeeds feeds;

    @Inject
    TopicKeeper topics;

    @Inject
    KeyDirectory keys;

    @Inject
    HubKeys hub;

    @Inject
    ConsentSettings settings;

    /** As in production, and not as in other tests: whoever is killed is locked out at once. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "weir.receipt.patience",
                    "500ms",
                    "weir.receipt.within",
                    "60s",
                    "quarkus.http.test-timeout",
                    "120s");
        }
    }

    /** A revocation that was answered. */
    private record Ended(String agreement, String topic, Map<String, Integer> promised, long millis) {}

    @Test
    void sharesNotOneRecordMore_whileEnforcersAreKilled() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(DESKS);
        // The death of a thread that was to be killed is no fault of whoever waits at that moment.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Crew crew = new Crew();
        accounted = new AccountedOffsets(kafka);
        try {
            for (int stage = 0; ended.size() < REVOCATIONS; stage++) {
                stage(stage, desks);
            }
        } finally {
            crew.end();
            desks.shutdownNow();
            accounted.close();
            Awaitility.catchUncaughtExceptionsByDefault();
        }
        List<Long> millis = ended.stream().map(Ended::millis).sorted().toList();
        long after = ended.stream().mapToLong(this::sharedAfter).sum();
        long commit = settings.enforcer().transaction().toMillis();
        long p99 = millis.get((int) Math.ceil(millis.size() * 0.99) - 1) - commit;
        System.err.printf(
                Locale.ROOT,
                "revocations: %d receipts issued, %d enforcers killed meanwhile (%d amidst a transaction), %,d records published; median %d ms,"
                        + " p99 %d ms beyond the commit interval of %d ms (at most %d), slowest %d ms; records shared"
                        + " after a receipt: %d; every equation balanced, every record accounted for%n",
                millis.size(),
                killed.get(),
                amidst.get(),
                published.get(),
                millis.get(millis.size() / 2),
                p99,
                commit,
                BAR_MILLIS,
                millis.get(millis.size() - 1),
                after);
        assertThat(millis).hasSizeGreaterThanOrEqualTo(REVOCATIONS);
        assertThat(after).as("records shared after a receipt").isZero();
        // A short run on a busy machine says nothing about the ninety-ninth of a hundred.
        if (REVOCATIONS >= 1_000) {
            assertThat(p99).as("p99 beyond the commit interval, ms").isLessThanOrEqualTo(BAR_MILLIS);
        }
    }

    /** A few feeds under load, with agreements that begin, share and are revoked. */
    private void stage(int stage, ExecutorService desks) throws InterruptedException, ExecutionException {
        List<TestFeed> running = new ArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> load = new ArrayList<>();
        for (int f = 0; f < FEEDS_AT_ONCE; f++) {
            TestFeed feed = new TestFeed("load-" + stage + "-" + f, 2);
            running.add(feed);
            load.add(new Thread(() -> load(feed, stop), "load-" + f));
        }
        load.forEach(Thread::start);
        List<Future<?>> work = new ArrayList<>();
        for (int n = 0; n < AGREEMENTS_A_FEED * FEEDS_AT_ONCE; n++) {
            TestFeed feed = running.get(n % FEEDS_AT_ONCE);
            String id = "load-" + stage + "-" + n;
            work.add(desks.submit(() -> liveAndEnd(id, feed.id())));
        }
        for (Future<?> each : work) {
            each.get();
        }
        stop.set(true);
        for (Thread each : load) {
            each.join();
        }
        for (TestFeed feed : running) {
            await().atMost(SOON).untilAsserted(() -> assertBalanced(feed));
            await().atMost(SOON).untilAsserted(() -> assertAccountedFor(feed));
            feed.close();
        }
    }

    private void liveAndEnd(String id, FeedId feed) {
        AgreementDocument agreement = Documents.buses(id, feed);
        String topic = Rig.shared(agreement, feed);
        Api.activated(agreement);
        await().atMost(SOON).until(() -> sum(topics.endOffsets(topic)) > 50);
        long began = System.nanoTime();
        JsonPath receipt = Api.revoked(agreement);
        long millis = (System.nanoTime() - began) / 1_000_000;
        ended.add(new Ended(id, topic, receipt.getMap("receipt.shared[0].endOffsets"), millis));
    }

    private void load(TestFeed feed, AtomicBoolean stop) {
        for (int n = 0; !stop.get(); n += 250) {
            feed.positions(n, n + 250);
            published.addAndGet(250);
            if (!FULL_LOAD) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    /** Every record is accounted for once under every agreement that was there from the first on. */
    private void assertBalanced(TestFeed feed) {
        JsonPath ledger = Api.ledger(feed.id());
        assertThat(ledger.<Boolean>getList("balances.balanced"))
                .hasSizeGreaterThanOrEqualTo(AGREEMENTS_A_FEED)
                .doesNotContain(false);
    }

    /** Each record that was published is in the ledger, and none of them twice under one agreement. */
    private void assertAccountedFor(TestFeed feed) {
        accounted.read();
        assertThat(accounted.twice()).isEmpty();
        topics.endOffsets(Topics.raw(feed.id()))
                .forEach((partition, end) -> assertThat(accounted.accounted(feed.id(), partition))
                        .as("records accounted for in partition %d of %s", partition, feed.id())
                        .isEqualTo(end));
    }

    private long sharedAfter(Ended each) {
        Map<Integer, Long> ends = topics.endOffsets(each.topic);
        assertThat(ends).as(each.agreement).hasSameSizeAs(each.promised);
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - each.promised.get(Integer.toString(end.getKey())))
                .sum();
    }

    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Two enforcers beside the service's own, each on its own connections and plans. Now and then one is killed at some
     * step of a transaction: nothing is aborted, and what it had open is for its next life to fence.
     */
    private final class Crew implements Runnable {
        private static final int SIZE = 2;
        private final List<FollowedPlans> plans = new ArrayList<>();
        private final List<LedgerWatch> ledgers = new ArrayList<>();
        private final EnforcementWorker[] workers = new EnforcementWorker[SIZE];
        private final CrashingClients[] clients = new CrashingClients[SIZE];
        private final Thread thread = new Thread(this, "killer");
        private volatile boolean over;

        Crew() {
            for (int n = 0; n < SIZE; n++) {
                plans.add(new FollowedPlans(kafka, new PlanCompiler(feeds::known, keys), feeds, "crew-plans-" + n));
                ledgers.add(new LedgerWatch(kafka, settings.ledger().stall(), "crew-cover-" + n));
                workers[n] = begin(n);
            }
            thread.start();
        }

        private EnforcementWorker begin(int n) {
            Step[] steps = Step.values();
            clients[n] = CrashingClients.killedLater(kafka, steps[random.nextInt(steps.length)]);
            Workplace place = new Workplace(
                    clients[n],
                    plans.get(n),
                    new SharedTopics(topics, feeds, settings.topics().recordedBytes()),
                    new OutputSeal(hub.commitments()),
                    ledgers.get(n),
                    new EnforcementMeters(new SimpleMeterRegistry()),
                    new DecisionClock(Clock.systemUTC()));
            return new EnforcementWorker(
                    place,
                    new WorkerSettings(
                            WorkerSettings.GROUP + "-crew-" + n,
                            WorkerSettings.GROUP,
                            settings.enforcer().lease(),
                            settings.enforcer().transaction(),
                            settings.enforcer().linger(),
                            settings.enforcer().compression()));
        }

        @Override
        public void run() {
            while (!over) {
                LockSupport.parkNanos(
                        Duration.ofMillis(1_500 + random.nextInt(4_000)).toNanos());
                if (!over) {
                    int n = random.nextInt(SIZE);
                    clients[n].kill();
                    // One that has nothing to do comes to no step; it is killed as it waits.
                    for (int i = 0; i < 100 && !clients[n].isDead(); i++) {
                        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    }
                    workers[n].kill();
                    if (clients[n].isDead()) {
                        amidst.incrementAndGet();
                    }
                    killed.incrementAndGet();
                    LockSupport.parkNanos(
                            Duration.ofMillis(random.nextInt(1_000)).toNanos());
                    workers[n] = begin(n);
                }
            }
        }

        void end() throws InterruptedException {
            over = true;
            LockSupport.unpark(thread);
            thread.join();
            for (EnforcementWorker each : workers) {
                each.close();
            }
            plans.forEach(FollowedPlans::close);
            ledgers.forEach(LedgerWatch::close);
        }
    }
}
