package org.weir.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.destruction.DestructionStore;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.seal.Seal;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class DestructionIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final FeedId FEED = FeedId.of("tiny.destroyed");
    private static final String OVER = "over-for-planning";
    private static final String IN_FORCE = "kept-for-planning";
    private static final int BUSES = 6;
    /** The route, four stops and three segments; of the way back too, on which nobody came. */
    private static final int PLACES = 2 * 8;
    /** There, back, and both together. */
    private static final int DAYS = 3;
    /** 2026-03-10 08:00 in New York. */
    private static final long EIGHT = Instant.parse("2026-03-10T12:00:00Z").getEpochSecond();

    @Inject
    Pool database;

    @Inject
    DestructionStore store;

    @Inject
    ObjectMapper json;

    @Test
    void destroysWhatAnEndedAgreementGave_certifiesCounts_andNothingComesBack() throws Exception {
        try (TestTopics topics = new TestTopics()) {
            // Given runs and figures under two agreements on one feed
            topics.announce(FEED, true);
            topics.notice(FEED, OVER, AgreementState.ACTIVE, 1);
            topics.notice(FEED, IN_FORCE, AgreementState.ACTIVE, 2);
            await().atMost(SOON).untilAsserted(() -> given().auth()
                    .oauth2(Tokens.of(Roles.OPS))
                    .contentType("application/zip")
                    .body(new TinyGtfs().zip())
                    .put("/api/v1/schedules/" + FEED)
                    .then()
                    .statusCode(200)
                    .body("trips", equalTo(40)));
            ride(topics, OVER, "bus", EIGHT);
            ride(topics, IN_FORCE, "bus", EIGHT);
            await().atMost(SOON).untilAsserted(() -> assertThat(reckoned(OVER) + reckoned(IN_FORCE))
                    .isEqualTo(2L * DAYS));
            Map<String, byte[]> before = runs();

            // When somebody else demands it of the agreement in force, and denies the end of the other
            topics.forgedNotice(FEED, IN_FORCE, AgreementState.DESTRUCTION_DUE, 90);
            topics.forgedNotice(FEED, OVER, AgreementState.ACTIVE, 91);

            // And the agreement has ended and its destruction is demanded, more than once
            topics.notice(FEED, OVER, AgreementState.REVOKED, 3);
            topics.notice(FEED, OVER, AgreementState.DESTRUCTION_DUE, 4);
            topics.notice(FEED, OVER, AgreementState.DESTRUCTION_DUE, 4);

            // Then a certificate says how many entries of each store there were
            await().atMost(SOON).until(() -> !certificates().isEmpty());
            DestructionCertificate certificate = certificates().get(0);
            assertThat(certificate.recipient()).isEqualTo(TestTopics.RECIPIENT);
            assertThat(certificate.epoch()).isEqualTo(4);
            assertThat(isSigned()).isTrue();
            assertThat(certificate.destroyed())
                    .containsAllEntriesOf(Map.of(
                            "trip_run", (long) BUSES,
                            "route_day", (long) DAYS,
                            "rollup_day", (long) PLACES,
                            "route_month", (long) DAYS,
                            "way_day", 1L,
                            "evidence_date", 1L,
                            "metrics.trip-runs", (long) BUSES,
                            "vehicles", (long) BUSES));
            assertThat(rows(OVER)).isZero();
            assertThat(rows(IN_FORCE)).isEqualTo(BUSES);
            Map<String, byte[]> after = runs();
            before.keySet().forEach(key -> {
                if (key.startsWith(OVER)) {
                    assertThat(after.get(key)).as("a tombstone for %s", key).isNull();
                } else {
                    assertThat(after.get(key)).isEqualTo(before.get(key));
                }
            });

            // When records and runs of it come late, and the notice comes again
            ride(topics, OVER, "late", EIGHT + 1800);
            before.forEach((key, value) -> {
                if (key.startsWith(OVER)) {
                    late(topics, key, value);
                }
            });
            topics.notice(FEED, OVER, AgreementState.DESTRUCTION_CERTIFIED, 5);
            ride(topics, IN_FORCE, "late", EIGHT + 1800);

            // Then the other agreement's come, and nothing of the ended one is held again or certified again
            await().atMost(SOON).untilAsserted(() -> assertThat(rows(IN_FORCE)).isEqualTo(2L * BUSES));
            assertThat(rows(OVER)).isZero();
            assertThat(certificates()).hasSize(1);
        }
    }

    @Test
    void countsOnce_whatIsFoundAgainAfterARestart() {
        AgreementId agreement = new AgreementId("found-twice");
        store.begin(agreement, 7);
        store.begin(agreement, 7);
        store.found(agreement, "vehicles", 0, 12);
        store.found(agreement, "vehicles", 1, 3);

        store.found(agreement, "vehicles", 0, 0);
        store.purged(agreement, "vehicles", 0);

        assertThat(store.counts(agreement)).isEqualTo(Map.of("vehicles", 15L));
        assertThat(store.purgedParts(agreement, "vehicles")).isEqualTo(1);
        assertThat(store.certify(agreement, "first")).isEqualTo("first");
        assertThat(store.certify(agreement, "second")).isEqualTo("first");
    }

    @Test
    void saysThatAnAgreementRests() throws Exception {
        FeedId feed = FeedId.of("tiny.rests");
        try (TestTopics topics = new TestTopics()) {
            topics.announce(feed, false);
            topics.notice(feed, "rests-for-planning", AgreementState.SUSPENDED, 1);

            await().atMost(SOON).untilAsserted(() -> given().auth()
                    .oauth2(Tokens.of(Roles.PLANNER))
                    .get("/api/v1/standing")
                    .then()
                    .statusCode(200)
                    .body("find { it.feed == 'tiny.rests' }.flow", equalTo("suspended")));
        }
    }

    private static void ride(TestTopics topics, String agreement, String name, long from) throws Exception {
        for (int bus = 0; bus < BUSES; bus++) {
            for (int t = 0; t <= 130; t += 10) {
                topics.share(
                        FEED,
                        agreement,
                        TinyGtfs.bus(name + "-" + bus, "e-8", Math.min(1200, t * 10), from + bus * 60 + t));
            }
        }
    }

    private static void late(TestTopics topics, String key, byte[] value) {
        try {
            topics.lateRun(key, value);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** How many days are reckoned of all their runs. */
    private long reckoned(String agreement) {
        return number(
                "SELECT count(*) FROM route_day WHERE agreement = $1 AND marked = rolled AND (runs = " + BUSES
                        + " OR direction = 1)",
                agreement);
    }

    private long rows(String agreement) {
        return number("SELECT count(*) FROM trip_run WHERE agreement = $1", agreement);
    }

    private long number(String sql, String agreement) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(agreement))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private List<DestructionCertificate> certificates() throws Exception {
        List<DestructionCertificate> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : sent()) {
            found.add(json.readValue(each.value(), DestructionCertificate.class));
        }
        return found;
    }

    /** By the key that this dashboard gives to whoever registers it with the hub. */
    private static boolean isSigned() throws Exception {
        ConsumerRecord<byte[], byte[]> certificate = sent().get(0);
        PublicKey key =
                Seal.publicKey(given().get("/api/v1/certificate-key").jsonPath().getString("publicKey"));
        String signature =
                new String(certificate.headers().lastHeader(Headers.SIGNATURE).value(), StandardCharsets.UTF_8);
        return Seal.verifies(certificate.value(), signature, key);
    }

    private static List<ConsumerRecord<byte[], byte[]>> sent() {
        return read(Topics.OBLIGATIONS.pattern(), 1).stream()
                .filter(each -> new String(each.key(), StandardCharsets.UTF_8).equals(OVER + "/certificate"))
                .toList();
    }

    /** The last value of each run of this test's feed; null where a tombstone is the last. */
    private static Map<String, byte[]> runs() {
        Map<String, byte[]> last = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> each : read(Topics.TRIP_RUNS.pattern(), Topics.TRIP_RUNS.partitions())) {
            String key = new String(each.key(), StandardCharsets.UTF_8);
            if (key.contains(FEED.value())) {
                last.put(key, each.value());
            }
        }
        return last;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int partitions) {
        // A consumer is not closed before its last question is answered, which at the end of a topic takes that long.
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestStack.shared().bootstrapServers(),
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                10);
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> wanted = new ArrayList<>();
            for (int p = 0; p < partitions; p++) {
                wanted.add(new TopicPartition(topic, p));
            }
            consumer.assign(wanted);
            consumer.seekToBeginning(wanted);
            Map<TopicPartition, Long> ends = consumer.endOffsets(wanted);
            while (wanted.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }
}
