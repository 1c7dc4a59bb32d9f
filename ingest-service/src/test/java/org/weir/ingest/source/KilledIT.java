package org.weir.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.weir.ingest.Agencies.bus;
import static org.weir.ingest.Agencies.message;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.weir.ingest.Api;
import org.weir.ingest.IngestStack;
import org.weir.ingest.Topic;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.http.Roles;

/** The service as a process of its own, killed while it publishes. */
@QuarkusTest
@QuarkusTestResource(IngestStack.class)
class KilledIT {
    private static final String FEED = "killed.positions";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long now = Instant.now().getEpochSecond();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbc;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String reactive;

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    String publicKey;

    @Test
    void publishesEachRecordOnce_andCountsRight_afterItWasKilled() throws Exception {
        String key = Api.pushed("killed", FEED);
        int port = freePort();

        // Given
        Process first = start(port);
        List<CompletableFuture<Integer>> pushes = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                pushes.add(push(port, key, i));
            }
            await().until(() -> pushes.stream().filter(KilledIT::answered).count() >= 10);
        } finally {
            first.destroyForcibly().waitFor();
        }
        long promised = pushes.stream()
                .filter(p -> p.exceptionally(e -> 0).join() == 200)
                .count();

        // When
        Process second = start(port);
        try {
            for (int i = 0; i < 60; i++) {
                assertThat(push(port, key, i).join()).isEqualTo(200);
            }

            // Then
            var records = Topic.read(bootstrap, "raw." + FEED);
            assertThat(promised).isGreaterThanOrEqualTo(10);
            assertThat(records).extracting(r -> Topic.header(r, Headers.ID)).doesNotHaveDuplicates();
            assertThat(records).hasSize(60 * 50);
            HttpResponse<String> feed = http.send(
                    request(port, "")
                            .header("Authorization", "Bearer " + Api.token(Roles.OPS, null))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(feed.body()).contains("\"accepted\":" + 60 * 50 + ",");
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private static boolean answered(CompletableFuture<Integer> push) {
        return push.isDone() && !push.isCompletedExceptionally();
    }

    private CompletableFuture<Integer> push(int port, String key, int batch) {
        List<FeedEntity.Builder> fleet = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            fleet.add(bus("b" + i, now - batch));
        }
        HttpRequest request = request(port, "/records")
                .header("Weir-Key", key)
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message(fleet)))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
    }

    private static HttpRequest.Builder request(int port, String below) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/feeds/" + FEED + below))
                .timeout(Duration.ofSeconds(60));
    }

    private Process start(int port) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        java.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        java.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrap);
        java.environment().put("QUARKUS_DATASOURCE_JDBC_URL", jdbc);
        java.environment().put("QUARKUS_DATASOURCE_REACTIVE_URL", reactive);
        java.environment().put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicKey);
        File log = Path.of("target", "killed.log").toFile();
        Process process = java.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await("the service")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ready(port, process));
        return process;
    }

    private boolean ready(int port, Process process) {
        assertThat(process.isAlive()).isTrue();
        try {
            URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
            return http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
