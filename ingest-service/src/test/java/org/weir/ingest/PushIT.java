package org.weir.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.weir.ingest.Agencies.bus;
import static org.weir.ingest.Agencies.json;
import static org.weir.ingest.Agencies.jsonBus;
import static org.weir.ingest.Agencies.message;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;
import org.weir.ingest.decode.MessageReader;
import org.weir.ingest.health.BatchOutcome;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.Tally;
import org.weir.ingest.publish.FeedTail;
import org.weir.ingest.publish.Intake;
import org.weir.ingest.publish.Lane;
import org.weir.ingest.publish.RecordSender;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;

@QuarkusTest
@QuarkusTestResource(IngestStack.class)
class PushIT {
    private static final String PROTOBUF = "application/x-protobuf";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject
    RecordSender sender;

    @Inject
    FeedTail tail;

    @Inject
    ManagedExecutor executor;

    private final long now = Instant.now().getEpochSecond();

    @Test
    void publishesWhatIsPushed_inBothForms_once() {
        // Given
        String key = Api.pushed("pusha", "pusha.positions");

        // When
        Api.push("pusha.positions", key, PROTOBUF, message(bus("b1", now), bus("b2", now)))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2));
        Api.push(
                        "pusha.positions",
                        key,
                        "application/json; charset=utf-8",
                        json(jsonBus("b2", now, "38.9", "-77.03"), jsonBus("b3", now, "38.9", "-77.03"))
                                .getBytes(UTF_8))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("rejected", equalTo(0));

        // Then
        var records = Topic.read(bootstrap, "raw.pusha.positions");
        assertThat(records).extracting(r -> r.key()).containsExactlyInAnyOrder("b1", "b2", "b3");
        assertThat(records).allSatisfy(r -> {
            assertThat(r.timestamp()).isEqualTo(now * 1000);
            assertThat(Topic.header(r, Headers.ID)).isEqualTo(r.key() + ":" + now);
            assertThat(Topic.header(r, Headers.CONTENT_TYPE)).isEqualTo("application/json");
        });
        assertThat(Api.health("pusha.positions").getLong("accepted")).isEqualTo(3);
        assertThat(Api.health("pusha.positions").getString("state")).isEqualTo("flowing");
    }

    @Test
    void quarantinesTheBad_andPublishesTheGood() {
        // Given
        String key = Api.pushed("pushb", "pushb.positions");
        byte[] body = json(
                        jsonBus("b1", now, "NaN", "-77"),
                        jsonBus("b2", now, "\"north\"", "-77"),
                        jsonBus("b3", now, "38.9", "-77"))
                .getBytes(UTF_8);

        // When
        for (int i = 0; i < 2; i++) {
            Api.push("pushb.positions", key, "application/json", body)
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(i == 0 ? 1 : 0))
                    .body("duplicate", equalTo(i))
                    .body("rejected", equalTo(2))
                    .body("rejections[0].entity", equalTo("entity-b1"))
                    .body("rejections[0].code", equalTo("coordinates-not-numbers"))
                    .body("rejections[1].code", equalTo("entity-unreadable"));
        }

        // Then
        Api.as(Roles.PLANNER)
                .get("/api/v1/feeds/pushb.positions/quarantine")
                .then()
                .statusCode(200)
                .body("size()", equalTo(2))
                .body("[0].code", equalTo("entity-unreadable"))
                .body("[0].reason", equalTo(ErrorCode.ENTITY_UNREADABLE.sentence()))
                .body("record", everyItem(nullValue()))
                .body("entity", everyItem(nullValue()));
        Api.as(Roles.DATA_OFFICER)
                .get("/api/v1/feeds/pushb.positions/quarantine")
                .then()
                .body("[1].entity", equalTo("b1"));
        Api.publisherOf("pusha")
                .get("/api/v1/feeds/pushb.positions/quarantine")
                .then()
                .body("entity", everyItem(nullValue()));
        Api.publisherOf("pushb")
                .get("/api/v1/feeds/pushb.positions/quarantine?limit=1")
                .then()
                .body("size()", equalTo(1))
                .body("[0].record", containsString("north"));
        assertThat(Api.health("pushb.positions").getMap("rejected"))
                .isEqualTo(Map.of("coordinates-not-numbers", 1, "entity-unreadable", 1));
    }

    @Test
    void tellsAnAddressesQuery_onlyToWhoMayActForTheAgency() {
        // Given
        Api.agency("pushe");
        var form = Api.feedForm(
                "pushe.positions",
                Map.of("kind", "poll", "url", "http://127.0.0.1:9/v.pb?api_key=s3", "everySeconds", 3600));
        form.put("schedule", "https://agency.example/gtfs.zip?token=s3");

        // When
        Api.publisherOf("pushe")
                .body(form)
                .post("/api/v1/feeds")
                .then()
                .statusCode(201)
                .body("source.url", equalTo("http://127.0.0.1:9/v.pb?api_key=s3"));

        // Then
        for (var knows : List.of(Api.as(Roles.OPS), Api.as(Roles.DATA_OFFICER), Api.publisherOf("pushe"))) {
            knows.get("/api/v1/feeds/pushe.positions")
                    .then()
                    .body("source.url", equalTo("http://127.0.0.1:9/v.pb?api_key=s3"))
                    .body("schedule", equalTo("https://agency.example/gtfs.zip?token=s3"));
        }
        for (var other : List.of(Api.as(Roles.PLANNER), Api.as(Roles.AUDITOR), Api.publisherOf("pusha"))) {
            other.get("/api/v1/feeds/pushe.positions")
                    .then()
                    .body("source.url", equalTo("http://127.0.0.1:9/v.pb?…"))
                    .body("schedule", equalTo("https://agency.example/gtfs.zip?…"));
        }
        assertThat(Api.as(Roles.PLANNER).get("/api/v1/feeds").asString()).doesNotContain("=s3");
    }

    @Test
    void publishesOnce_howeverManyPushTheSameAtOnce() throws Exception {
        // Given
        String key = Api.pushed("pushc", "pushc.positions");
        List<com.google.transit.realtime.GtfsRealtime.FeedEntity.Builder> fleet = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            fleet.add(bus("b" + i, now));
        }
        byte[] body = message(fleet);

        // When
        ExecutorService pushers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Callable<Integer> push = () -> Api.push("pushc.positions", key, PROTOBUF, body)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("accepted");
            answers.add(pushers.submit(push));
        }
        int accepted = 0;
        for (Future<Integer> answer : answers) {
            accepted += answer.get();
        }
        pushers.shutdown();

        // Then
        assertThat(accepted).isEqualTo(200);
        assertThat(Topic.read(bootstrap, "raw.pushc.positions")).hasSize(200);
        String metrics = Api.as(Roles.OPS).get("/q/metrics").asString();
        assertThat(meter(metrics, "pushc.positions", "accepted")).isEqualTo(200);
        assertThat(meter(metrics, "pushc.positions", "duplicate")).isEqualTo(15 * 200);
    }

    @Test
    void knowsFromTheTopics_whatAnEarlierProcessPublished() {
        // Given
        String key = Api.pushed("pushd", "pushd.positions");
        byte[] body = message(bus("b1", now), bus("b2", now), Agencies.busAt("b3", now, 0, 0));
        Api.push("pushd.positions", key, PROTOBUF, body).then().statusCode(200);

        // When
        FeedHealth health = new FeedHealth(Tally.NOTHING_YET, Clock.systemUTC());
        FeedId feed = FeedId.of("pushd.positions");
        Intake restarted = new Intake(
                feed, () -> new Lane(false, false, false), 1000, sender, tail, health, Clock.systemUTC(), executor);
        BatchOutcome again =
                restarted.take(MessageReader.read(body)).toCompletableFuture().join();

        // Then
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicate()).isEqualTo(2);
        assertThat(again.rejected()).isEmpty();
        assertThat(health.view(null).accepted()).isEqualTo(2);
        assertThat(health.view(null).rejected()).isEqualTo(Map.of("coordinates-zero", 1L));
        assertThat(health.view(null).newestRecordAt()).isEqualTo(Instant.ofEpochSecond(now));
    }

    @Test
    void takesDaysThatAreOver_besideWhatIsLive_whereTheFeedWasRegisteredForIt() {
        // Given
        long lastWeek = now - 7 * 24 * 3600;
        Api.agency("pastone");
        Map<String, Object> form = Api.feedForm("pastone.positions", Map.of("kind", "push"));
        form.put("past", true);
        Api.as(Roles.OPS)
                .body(form)
                .post("/api/v1/feeds")
                .then()
                .statusCode(201)
                .body("past", equalTo(true));
        String key = Api.key("pastone.positions");
        byte[] past = message(bus("b1", lastWeek), bus("b1", lastWeek + 30), bus("b2", lastWeek));

        // When
        Api.push("pastone.positions", key, PROTOBUF, past).then().body("rejected", equalTo(3));
        Api.pushPast("pastone.positions", key, PROTOBUF, past)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(3));
        Api.pushPast("pastone.positions", key, PROTOBUF, past).then().body("duplicate", equalTo(3));

        // Then
        assertThat(Topic.read(bootstrap, "raw.pastone.positions"))
                .extracting(r -> r.timestamp())
                .containsExactlyInAnyOrder(lastWeek * 1000, lastWeek * 1000 + 30_000, lastWeek * 1000);
        assertThat(Api.health("pastone.positions").getLong("accepted")).isEqualTo(3);
        assertThat(Api.health("pastone.positions").getString("state"))
                .as("the past says nothing of whether it flows")
                .isEqualTo("quiet");
    }

    @Test
    void takesNoPast_whereTheFeedWasNotRegisteredForIt() {
        String key = Api.pushed("pasttwo", "pasttwo.positions");

        Api.pushPast("pasttwo.positions", key, PROTOBUF, message(bus("b1", now)))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-past"));
    }

    private static double meter(String metrics, String feed, String outcome) {
        return metrics.lines()
                .filter(l -> l.startsWith("weir_ingest_records_total")
                        && l.contains("feed=\"" + feed + "\"")
                        && l.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
    }
}
