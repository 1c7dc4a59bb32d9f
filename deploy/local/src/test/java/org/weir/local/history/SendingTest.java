package org.weir.local.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {

    @TempDir
    Path directory;

    private final Map<String, List<Long>> received = new HashMap<>();
    private final Deque<Integer> nextAnswers = new ArrayDeque<>();
    private HttpServer ingest;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        file = directory.resolve("history.json");
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        ingest.setExecutor(Executors.newFixedThreadPool(2));
        ingest.createContext("/past", this::answer);
        ingest.start();
    }

    @AfterEach
    void end() {
        ingest.stop(0);
    }

    @Test
    void sendsAWholeDayOfTheCity_eachVehicleInItsOrder() throws IOException {
        // When
        Sending sending = send(CityDays.of(LocalDate.parse("2026-03-01"), 1));

        // Then
        long positions = received.values().stream().mapToLong(List::size).sum();
        assertThat(positions).isGreaterThan(100_000).isEqualTo(sending.status().accepted());
        assertThat(received.values()).allSatisfy(times -> assertThat(times).isSorted());
        assertThat(Status.lineOf(file).orElseThrow()).startsWith("The past is through: 1 days, " + positions);
    }

    @Test
    void goesOnWithTheDaysThatAreNotThrough() throws IOException {
        // Given a start that was killed behind the first of three
        Status.begin("one", 3).through("one").write(file);

        // When
        Sending sending = send(new Named(List.of("one", "two", "three")));

        // Then
        assertThat(received.keySet()).containsExactlyInAnyOrder("two", "three");
        assertThat(sending.status().over()).isTrue();
    }

    @Test
    void pushesAgain_whatWasNotAcknowledged() throws IOException {
        nextAnswers.add(503);

        send(new Named(List.of("one")));

        assertThat(received.get("one")).hasSize(1);
    }

    @Test
    void givesUp_whatTheFeedWillNeverTake() {
        nextAnswers.add(409);

        assertThatThrownBy(() -> send(new Named(List.of("one"))))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(NotTaken.class)
                .hasRootCauseMessage("The feed does not take the past (409): No. Never.");
    }

    private Sending send(PastDays past) throws IOException {
        Sending sending = new Sending(past, file, Clock.systemUTC());
        Pushes pushes = new Pushes(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + ingest.getAddress().getPort() + "/past"),
                "key",
                answer -> sending.change(s -> s.answered(answer)));
        Pace free = new Pace(() -> 0, 1_000_000);
        sending.send(new VehicleLane(pushes, free), new VehicleLane(pushes, free));
        return sending;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            FeedMessage message =
                    FeedMessage.parseFrom(exchange.getRequestBody().readAllBytes());
            synchronized (received) {
                int status = nextAnswers.isEmpty() ? 200 : nextAnswers.poll();
                if (status == 200) {
                    message.getEntityList().forEach(entity -> received.computeIfAbsent(
                                    entity.getVehicle().getVehicle().getId(), id -> new ArrayList<>())
                            .add(entity.getVehicle().getTimestamp()));
                }
                String text = status == 200
                        ? "{\"accepted\":" + message.getEntityCount() + ",\"duplicate\":0,\"rejected\":0}"
                        : "{\"title\":\"No.\",\"detail\":\"Never.\"}";
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Days of one position each, of a vehicle with the day's name. */
    private record Named(List<String> names) implements PastDays {
        @Override
        public void play(String name, Consumer<FeedEntity> to) {
            FeedEntity.Builder entity = FeedEntity.newBuilder().setId(name);
            entity.getVehicleBuilder().setTimestamp(1).getVehicleBuilder().setId(name);
            to.accept(entity.build());
        }
    }
}
