package org.weir.consent.ledger.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.QuietLogs;
import org.weir.consent.ledger.Entries;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.note.VerifierKey;
import org.weir.consent.ledger.tree.GrowingTree;
import org.weir.consent.ledger.tree.Proof;
import org.weir.consent.ledger.tree.TileId;
import org.weir.consent.ledger.tree.TreeHash;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.topic.Topics;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/**
 * How fast the ledger takes leaves, from its topic to a signed checkpoint, and how long a proof takes once it is large.
 * A real broker and a real PostgreSQL that waits for its disk at each commit.
 *
 * <p>Leaves are appended by what runs in the service. To come to ten million in bounded time, the rest of the tree is
 * grown by the same code from hashes alone: a proof reads tiles, never leaves. Every proof that is timed is verified.
 */
public final class LedgerBenchmark {
    private static final int LEAVES_A_SECOND = 10_000;
    private static final double PROOF_MILLIS = 10;
    private static final int PROOFS = 2_000;
    private static final int AT_ONCE = 65_536;

    private final Stack stack;
    private final LedgerDatabase database;
    private final KafkaSettings kafka;
    private boolean holds = true;

    private LedgerBenchmark(Stack stack) {
        this.stack = stack;
        this.database = new LedgerDatabase(stack, "bench");
        this.kafka = KafkaSettings.at(stack.bootstrapServers());
    }

    /** @param args leaves appended from the topic (default 300000), leaves in all (default 10000000) */
    public static void main(String[] args) throws Exception {
        QuietLogs.begin();
        int appended = args.length > 0 ? Integer.parseInt(args[0]) : 300_000;
        long size = args.length > 1 ? Long.parseLong(args[1]) : 10_000_000;
        Path directory = Files.createTempDirectory("weir-ledger-speed-");
        LedgerBenchmark benchmark;
        try (Stack stack = Stack.start(StackOptions.keptIn(directory))) {
            benchmark = new LedgerBenchmark(stack);
            benchmark.append(appended);
            benchmark.grow(size);
            benchmark.prove(size);
            benchmark.database.close();
        } finally {
            delete(directory);
        }
        System.exit(benchmark.holds ? 0 : 1);
    }

    private void append(int leaves) throws Exception {
        TopicKeeper topics = new TopicKeeper(kafka, (short) 1);
        topics.create(Topics.LEDGER);
        topics.create(Topics.FEEDS);
        int bytes = publish(leaves);
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        LedgerSigner signer =
                new LedgerSigner(VerifierKey.of("bench.weir/ledger", pair.getPublic()), pair.getPrivate());
        LedgerLog log = database.log();
        CheckpointStore checkpoints = new CheckpointStore(database.database());
        try (KnownFeeds feeds = new KnownFeeds(kafka, "bench-feeds")) {
            LedgerFollower follower = new LedgerFollower(
                    kafka,
                    topics,
                    feeds,
                    database.database(),
                    log,
                    signer,
                    Clock.systemUTC(),
                    new SimpleMeterRegistry());
            follower.start(null);
            // The first tenth warms up and does not count.
            await(() -> log.reach().size() >= leaves / 10);
            long from = System.nanoTime();
            long before = log.reach().size();
            await(() -> log.reach().size() == leaves);
            double seconds = (System.nanoTime() - from) / 1e9;
            long appendedAt = System.nanoTime();
            await(() -> checkpoints
                    .newest(signer.key().name())
                    .filter(c -> c.size() == leaves)
                    .isPresent());
            double signed = (System.nanoTime() - appendedAt) / 1e6;
            follower.stop(null);
            double rate = (leaves - before) / seconds;
            tell(
                    rate >= LEAVES_A_SECOND,
                    "%,.0f leaves/s appended from the topic (%d of %d bytes, with balances, days, tiles and offset;"
                            + " bar %,d); the last leaf signed after %.0f ms",
                    rate,
                    leaves - before,
                    bytes,
                    LEAVES_A_SECOND,
                    signed);
        }
        topics.close();
    }

    private int publish(int leaves) {
        int bytes = 0;
        Map<String, Object> settings = new java.util.HashMap<>(kafka.producer("bench-fill"));
        settings.put("linger.ms", 5);
        settings.put("batch.size", 256 * 1024);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings)) {
            for (int n = 0; n < leaves; n++) {
                byte[] value = Json.bytes(Entries.entry(n));
                bytes = Math.max(bytes, value.length);
                producer.send(new ProducerRecord<>(Topics.LEDGER.pattern(), Entries.AGREEMENT.value(), value));
            }
        }
        return bytes;
    }

    /** Adds leaves of which only the hashes exist. */
    private void grow(long size) {
        LedgerLog log = database.log();
        GrowingTree tree = log.tree(log.reach().size());
        long from = System.nanoTime();
        long before = tree.size();
        while (tree.size() < size) {
            List<byte[]> hashes = new ArrayList<>(AT_ONCE);
            for (long n = tree.size(); n < Math.min(size, tree.size() + AT_ONCE); n++) {
                hashes.add(
                        TreeHash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(n).array()));
            }
            Map<TileId, byte[]> tiles = tree.append(hashes);
            database.database().inTransaction(connection -> {
                LedgerLog.keepTiles(connection, tiles);
                return Database.run(connection, "update ledger_log set size = $1", tree.size());
            });
        }
        System.out.printf(
                Locale.ROOT,
                "%,d more leaves grown from their hashes in %.0f s%n",
                size - before,
                (System.nanoTime() - from) / 1e9);
    }

    private void prove(long size) {
        LedgerProofs proofs = new LedgerProofs(database.log());
        // Seeded, so that a run can be repeated.
        Random random = new Random(6962);
        time("inclusion", size, n -> {
            long index = random.nextLong(size);
            LedgerProofs.Inclusion proof = proofs.inclusion(index, size);
            require(Proof.includes(proof.leaf(), index, size, proof.path(), proof.root()));
            return proof.path().size();
        });
        time("consistency", size, n -> {
            long from = 1 + random.nextLong(size - 1);
            LedgerProofs.Consistency proof = proofs.consistency(from, size);
            require(Proof.isConsistent(from, proof.fromRoot(), size, proof.toRoot(), proof.path()));
            return proof.path().size();
        });
    }

    private void time(String what, long size, LongUnaryOperator proof) {
        long[] nanos = new long[PROOFS];
        long hashes = 0;
        for (int n = -PROOFS / 10; n < PROOFS; n++) {
            long from = System.nanoTime();
            long length = proof.applyAsLong(n);
            if (n >= 0) {
                nanos[n] = System.nanoTime() - from;
                hashes += length;
            }
        }
        Arrays.sort(nanos);
        double p99 = nanos[PROOFS * 99 / 100] / 1e6;
        tell(
                p99 <= PROOF_MILLIS,
                "%s proofs at %,d leaves: median %.2f ms, p99 %.2f ms, slowest %.2f ms (%d, %.1f hashes each, all verified;"
                        + " bar: p99 %.0f ms)",
                what,
                size,
                nanos[PROOFS / 2] / 1e6,
                p99,
                nanos[PROOFS - 1] / 1e6,
                PROOFS,
                (double) hashes / PROOFS,
                PROOF_MILLIS);
    }

    private void tell(boolean good, String form, Object... values) {
        holds &= good;
        System.out.printf(Locale.ROOT, (good ? "holds   " : "FAILS   ") + form + "%n", values);
    }

    private static void require(boolean verified) {
        if (!verified) {
            throw new IllegalStateException("A proof does not verify.");
        }
    }

    private static void await(java.util.concurrent.Callable<Boolean> until) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(5))
                .until(until);
    }

    private static void delete(Path directory) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
