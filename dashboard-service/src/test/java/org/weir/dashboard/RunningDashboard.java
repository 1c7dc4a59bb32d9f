package org.weir.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.weir.dashboard.trust.TestHub;
import org.weir.schemas.http.Roles;
import org.weir.stack.Stack;

/** The built dashboard-service in a process of its own, for proofs that kill it or measure it. */
final class RunningDashboard implements AutoCloseable {
    private static final Path APPLICATION = Path.of("dashboard-service/target/quarkus-app/quarkus-run.jar");
    /** As docs/operate.md says, and for the thorough compiler what deploy/local says: only what moves records. */
    private static final List<String> JAVA = List.of(
            "java",
            "-Xmx2g",
            "-Xmn1200m",
            "-XX:+UseParallelGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path home;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final int port;
    /** Signed once: it is shown several times a second. */
    private final String token = Tokens.of(Roles.OPS);

    private Process process;

    RunningDashboard(Stack stack, Path home, int port) {
        this.home = home;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (process != null) {
                process.destroyForcibly();
            }
        }));
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("kafka.bootstrap.servers", stack.bootstrapServers());
        settings.put("quarkus.datasource.reactive.url", stack.reactiveUrl("dashboard"));
        settings.put("quarkus.datasource.jdbc.url", stack.jdbcUrl("dashboard"));
        settings.put("mp.jwt.verify.publickey", Tokens.publicKey());
        settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
        settings.put("weir.hub-keys", TestHub.BELIEVED.publicKey());
        // What is measured waits for all that is reckoned, and not for the rest before it.
        settings.put("weir.store.month-quiet", "20s");
        settings.put("weir.store.evidence-quiet", "20s");
        settings.put("weir.keystore", home.resolve("keystore").toString());
        settings.put("weir.recipient", TestTopics.RECIPIENT.value());
        // Nobody listens on the discard port.
        settings.put("weir.ingest-url", "http://127.0.0.1:9");
        settings.put("weir.consent-url", "http://127.0.0.1:9");
    }

    /** Starts it and returns when it answers. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        settings.forEach((key, value) -> command.add("-D" + key + '=' + value));
        command.addAll(List.of("-jar", APPLICATION.toString()));
        Files.createDirectories(home);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("dashboard.log").toFile()))
                .start();
        await(Duration.ofMinutes(2), "the dashboard starts", () -> ask("/q/health/started", null) == 200);
    }

    /** Ends it as a power cut does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    long pid() {
        return process.pid();
    }

    void upload(String feed, byte[] gtfs) {
        await(Duration.ofMinutes(2), "the schedule is taken", () -> ask("/api/v1/schedules/" + feed, gtfs) == 200);
    }

    /** A meter's sum over its tags that contain some text; 0 where it is not there yet. */
    double meter(String name, String tag) {
        HttpRequest request = request("/q/metrics").GET().build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name) && line.contains(tag))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Positions that it took since its start, whatever came of them. */
    double taken() {
        return meter("weir_movement_positions_total", "");
    }

    /** What is answered; a problem too. */
    String get(String path) {
        try {
            return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int ask(String path, byte[] body) {
        HttpRequest.Builder request = request(path);
        if (body != null) {
            request.PUT(HttpRequest.BodyPublishers.ofByteArray(body)).header("Content-Type", "application/zip");
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    static void await(Duration patience, String what, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("It took too long until " + what + '.');
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    @Override
    public void close() {
        kill();
    }
}
