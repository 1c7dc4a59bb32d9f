package org.weir.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.weir.ingest.Agencies.bus;
import static org.weir.ingest.Agencies.busAt;
import static org.weir.ingest.Agencies.json;
import static org.weir.ingest.Agencies.jsonBus;
import static org.weir.ingest.Agencies.message;
import static org.weir.ingest.source.MisbehavingAgency.answering;

import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.weir.ingest.Api;
import org.weir.ingest.IngestStack;

/** Everything bad that may come, what is answered, and that the next good record goes through. */
@QuarkusTest
@QuarkusTestResource(IngestStack.class)
class BadInputIT {
    private static final List<String> TABLE = new ArrayList<>();
    private static final String PROTOBUF = "application/x-protobuf";
    private long clock = Instant.now().getEpochSecond() - 3600;

    @AfterAll
    static void print() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| what came | by | answer | code | sentence | remedy | on the feed's page | next good record |");
        lines.add("|---|---|---|---|---|---|---|---|");
        lines.addAll(TABLE.stream().sorted().toList());
        Files.write(Path.of("target", "bad-input.md"), lines);
    }

    @Test
    void pollsOnThroughEveryFaultOfTheAgencysServer() throws Exception {
        try (MisbehavingAgency agency = new MisbehavingAgency()) {
            agency.behave(good());
            Api.polled("badpoll", "badpoll.positions", agency.url(), 0.2, 1.5);
            awaitAccepted(1);

            polled(agency, "answers slower than its timeout", agency::hang, "source-timeout");
            polled(agency, "sends a byte and stalls", agency::trickle, "source-timeout");
            polled(agency, "redirects for ever", MisbehavingAgency::redirectForEver, "source-redirects");
            polled(agency, "answers 404", answering(404, "text/plain", "no".getBytes(UTF_8)), "source-refused");
            polled(agency, "answers 500", answering(500, "text/html", "<html>".getBytes(UTF_8)), "source-refused");
            polled(agency, "HTML, said to be", answering(200, "text/html", "<html>".getBytes(UTF_8)), "body-is-html");
            polled(
                    agency,
                    "HTML, said to be protobuf",
                    answering(200, PROTOBUF, "\n<!doctype html><p>Maintenance".getBytes(UTF_8)),
                    "body-is-html");
            polled(agency, "an empty body", answering(200, PROTOBUF, new byte[0]), "body-empty");
            polled(agency, "a truncated protobuf", answering(200, PROTOBUF, truncated()), "body-unreadable");
            polled(agency, "a body that breaks off", MisbehavingAgency::breakOff, "body-unreadable");
            polled(agency, "200 MB", agency::flood, "body-too-large");
            assertThat(agency.written.get()).isLessThan(80L << 20);
            polled(
                    agency,
                    "a position of NaN",
                    positions(busAt("nan", clock, Float.NaN, 5)),
                    "coordinates-not-numbers");
            polled(agency, "a position at (0,0)", positions(busAt("zero", clock, 0, 0)), "coordinates-zero");
            polled(agency, "a position of the year 2080", positions(bus("far", 3_471_292_800L)), "timestamp-in-future");

            String before = toldAt("source-unreachable");
            agency.goDown();
            awaitFault("source-unreachable", before);
            agency.comeUp();
            agency.behave(good());
            row("is down", "poll", "–", "source-unreachable", fault("source-unreachable"), next());

            // A poll never overlaps another, save one that the client gave up while the server still hung.
            assertThat(Api.health("badpoll.positions").getInt("polls.failed")).isGreaterThan(10);
        }
    }

    private void polled(MisbehavingAgency agency, String what, HttpHandler how, String code) {
        String before = toldAt(code);
        agency.behave(how);
        awaitFault(code, before);
        JsonPath fault = fault(code);
        agency.behave(good());
        row(what, "poll", "–", code, fault, next());
    }

    /** Waits for a fault later than that of before: another case may have met the same code. */
    private void awaitFault(String code, String before) {
        await(code)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> toldAt(code) != null && !toldAt(code).equals(before));
    }

    private static String toldAt(String code) {
        return fault(code).getString("at");
    }

    private static JsonPath fault(String code) {
        return Api.health("badpoll.positions").setRootPath("health.faults.find { it.code == '" + code + "' }");
    }

    private HttpHandler good() {
        return exchange ->
                answering(200, PROTOBUF, message(bus("good", clock++))).handle(exchange);
    }

    private HttpHandler positions(com.google.transit.realtime.GtfsRealtime.FeedEntity.Builder bad) {
        return answering(200, PROTOBUF, message(bad));
    }

    /** Whether a good record is published from now on. */
    private boolean next() {
        awaitAccepted(Api.health("badpoll.positions").getLong("accepted") + 1);
        return true;
    }

    private void awaitAccepted(long atLeast) {
        await("the next good record")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Api.health("badpoll.positions").getLong("accepted") >= atLeast);
    }

    private byte[] truncated() {
        byte[] whole = message(bus("b1", clock), bus("b2", clock));
        return Arrays.copyOf(whole, whole.length - 7);
    }

    @Test
    void answersEveryBadPush() {
        String key = Api.pushed("badpush", "badpush.positions");
        String other = Api.pushed("badother", "badother.positions");
        byte[] good = message(bus("b1", clock));
        pushed("no key", null, PROTOBUF, good, key, 401, "key-missing");
        pushed("a key that nobody issued", "wk_0011223344556677_nonsense", PROTOBUF, good, key, 401, "key-unknown");
        pushed("another agency's key", other, PROTOBUF, good, key, 403, "key-of-another-feed");
        pushed("the wrong type", key, "text/csv", "a,b".getBytes(UTF_8), key, 415, "wrong-media-type");
        pushed("an empty body", key, PROTOBUF, new byte[0], key, 400, "body-empty");
        pushed("HTML", key, PROTOBUF, "<!DOCTYPE html>".getBytes(UTF_8), key, 400, "body-is-html");
        pushed("a truncated protobuf", key, PROTOBUF, truncated(), key, 400, "body-unreadable");
        pushed("truncated JSON", key, "application/json", "{\"header\":{".getBytes(UTF_8), key, 400, "body-unreadable");
        flooded("11 MB", key, 11 << 20);
        flooded("200 MB", key, 200 << 20);
        record("NaN in protobuf", key, PROTOBUF, message(busAt("b2", clock, Float.NaN, 5)), "coordinates-not-numbers");
        record("NaN in JSON", key, "application/json", entity("b3", clock, "NaN"), "coordinates-not-numbers");
        record("a word for a number", key, "application/json", entity("b4", clock, "\"north\""), "entity-unreadable");
        record("(0,0)", key, PROTOBUF, message(busAt("b5", clock, 0, 0)), "coordinates-zero");
        record("off Earth", key, PROTOBUF, message(busAt("b6", clock, 91, 0)), "coordinates-off-earth");
        record("the year 2080", key, PROTOBUF, message(bus("b7", 3_471_292_800L)), "timestamp-in-future");
        record("two days old", key, PROTOBUF, message(bus("b8", clock - 2 * 86_400)), "timestamp-too-old");
        var timeless = bus("b9", clock);
        timeless.getVehicleBuilder().clearTimestamp();
        record("no timestamp", key, PROTOBUF, message(timeless), "no-timestamp");
        var nameless = bus("b10", clock);
        nameless.getVehicleBuilder().clearVehicle();
        record("no vehicle id", key, PROTOBUF, message(nameless), "no-vehicle-id");
        var placeless = bus("b11", clock);
        placeless.getVehicleBuilder().clearPosition();
        record("no position", key, PROTOBUF, message(placeless), "no-position");
        record("an id of 300 characters", key, PROTOBUF, message(bus("b".repeat(300), clock)), "id-too-long");
    }

    private static byte[] entity(String id, long timestamp, String latitude) {
        return json(jsonBus(id, timestamp, latitude, "-77")).getBytes(UTF_8);
    }

    private void pushed(String what, String key, String type, byte[] body, String goodKey, int status, String code) {
        Response answer = Api.push("badpush.positions", key, type, body);
        answer.then().statusCode(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        JsonPath shown = shown(code);
        row(what, "push", Integer.toString(status), code, shown, goodPush(goodKey));
    }

    private void flooded(String what, String key, long bytes) {
        String answer = Api.flood("badpush.positions", key, bytes);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"body-too-large\"");
        row(what, "push", "413", "body-too-large", shown("body-too-large"), goodPush(key));
    }

    private void record(String what, String key, String type, byte[] body, String code) {
        Response answer = Api.push("badpush.positions", key, type, body);
        answer.then().statusCode(200);
        assertThat(answer.jsonPath().getInt("rejected")).isEqualTo(1);
        assertThat(answer.jsonPath().getString("rejections[0].code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("rejections[0].remedy")).isNotBlank();
        row(what, "push", "200, rejected 1", code, shown(code), goodPush(key));
    }

    private static JsonPath shown(String code) {
        JsonPath shown = Api.health("badpush.positions").setRootPath("health.lastOutcome");
        assertThat(shown.getString("code")).isEqualTo(code);
        return shown;
    }

    private boolean goodPush(String key) {
        return Api.push("badpush.positions", key, PROTOBUF, message(bus("next", clock++)))
                        .jsonPath()
                        .getInt("accepted")
                == 1;
    }

    private static void row(String what, String by, String answer, String code, JsonPath shown, boolean next) {
        assertThat(next).isTrue();
        TABLE.add("| " + what + " | " + by + " | " + answer + " | `" + code + "` | " + shown.getString("title") + " | "
                + shown.getString("remedy") + " | yes | published |");
    }
}
