package org.weir.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Weir as {@code deploy/local/up} starts it, on ports of its own, ended by {@code deploy/local/down}. */
final class RunningWeir implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> PORTS =
            List.of("--port", "--ingest-port", "--consent-port", "--city-port", "--kafka-port", "--postgres-port");

    private final Path data;
    private final JsonNode run;

    private RunningWeir(Path data, JsonNode run) {
        this.data = data;
        this.run = run;
    }

    /** Starts it and waits until the first bus is shared. */
    static RunningWeir start(Path data, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ROOT.resolve("deploy/local/up").toString(), "--detach", "--no-history", "--data", data.toString()));
        for (String port : PORTS) {
            command.add(port);
            command.add(Integer.toString(freePort()));
        }
        command.addAll(List.of(options));
        run(command);
        return at(data);
    }

    /** The same with nothing left of an earlier run: whoever makes agreements anew finds their names free. */
    static RunningWeir startAnew(Path data, String... options) throws IOException, InterruptedException {
        if (Files.exists(data)) {
            run(List.of(ROOT.resolve("deploy/local/down").toString(), "--data", data.toString()));
            try (var files = Files.walk(data)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return start(data, options);
    }

    /** The one that already runs with that data directory. */
    static RunningWeir at(Path data) throws IOException {
        return new RunningWeir(
                data, new ObjectMapper().readTree(data.resolve("run.json").toFile()));
    }

    String dashboard() {
        return run.path("dashboard").asText();
    }

    /** Where it keeps what it has, its issuer's key among it. */
    Path data() {
        return data;
    }

    String broker() {
        return run.path("kafka").asText();
    }

    /** The address that signs in somebody of that role. */
    String signIn(String role) throws IOException {
        return dashboard() + "/sign-in#" + token(role);
    }

    String token(String role) throws IOException {
        return Files.readString(data.resolve("tokens").resolve(role + ".jwt")).strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(List.of(ROOT.resolve("deploy/local/down").toString(), "--data", data.toString()));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).directory(ROOT.toFile()).inheritIO().start();
        if (!process.waitFor(8, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException("It did not end well: " + String.join(" ", command));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
