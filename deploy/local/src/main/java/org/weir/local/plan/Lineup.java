package org.weir.local.plan;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processes of one machine: how each is started, small enough that all fit beside each other.
 *
 * @param place where things lie
 * @param ports where each listens
 * @param program the Java that runs them
 */
public record Lineup(Place place, Ports ports, Path program) {

    /** Who signs the tokens here; a deployment names its own OIDC issuer. */
    public static final String ISSUER = "https://local.weir";

    /** Who receives what the agreement shares. */
    public static final String RECIPIENT = "city-planning";

    /**
     * The quick compiler for nearly everything. The thorough one makes code that runs twice as fast, and on two cores would
     * spend the start's seconds on it; so it takes only what has run ten times as often as usual, which is what moves the
     * records of past days.
     */
    private static final List<String> COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** Broker and database; the broker's socket opens last of all. */
    public PlannedProcess stack() {
        Path target = place.root().resolve("deploy/stack/target");
        List<String> command = java(320);
        command.addAll(
                List.of("-cp", target.resolve("weir-stack.jar") + File.pathSeparator + target.resolve("lib") + "/*"));
        command.add("org.weir.stack.StackMain");
        command.addAll(List.of("--data", place.data().resolve("stack").toString()));
        command.addAll(List.of("--kafka-port", Integer.toString(ports.kafka())));
        command.addAll(List.of("--postgres-port", Integer.toString(ports.postgres())));
        return new PlannedProcess("stack", command, SMALL, null);
    }

    /** The synthetic city. */
    public PlannedProcess city(CityClock clock) {
        List<String> command = java(256);
        command.addAll(List.of(
                "-jar", place.root().resolve("deploy/city/target/weir-city.jar").toString()));
        command.addAll(
                List.of("serve", "--port", Integer.toString(ports.city()), "--speed", Double.toString(clock.speed())));
        clock.from().ifPresent(from -> command.addAll(List.of("--from", from.toString())));
        command.addAll(List.of("--truth", place.data().resolve("truth.csv").toString()));
        return new PlannedProcess("city", command, SMALL, URI.create(Ports.url(ports.city()) + "/gtfs.zip"));
    }

    /** The three services; each needs broker and database to be there. */
    public List<PlannedProcess> services() {
        return List.of(
                service("ingest", ports.ingest(), java(256), Map.of()),
                service(
                        "consent",
                        ports.consent(),
                        java(320),
                        Map.of(
                                "WEIR_KEYSTORE",
                                place.data().resolve("keystore").toString(),
                                "WEIR_ENFORCER_ID",
                                "enforcer-1")),
                service(
                        "dashboard",
                        ports.dashboard(),
                        java(512),
                        Map.of(
                                "WEIR_RECIPIENT", RECIPIENT,
                                // A recipient's own: never the hub's, which may be another organisation.
                                "WEIR_KEYSTORE",
                                        place.data()
                                                .resolve("dashboard-keystore")
                                                .toString(),
                                "WEIR_STATE_DIRECTORY",
                                        place.data().resolve("streams").toString(),
                                "WEIR_INGEST_URL", Ports.url(ports.ingest()),
                                "WEIR_CONSENT_URL", Ports.url(ports.consent()))));
    }

    /** Sends days that are over, and ends. */
    public PlannedProcess history(Publisher publisher, Past past) {
        Path target = place.root().resolve("deploy/local/target");
        List<String> command = java(192);
        command.addAll(
                List.of("-cp", target.resolve("weir-local.jar") + File.pathSeparator + target.resolve("lib") + "/*"));
        command.add("org.weir.local.history.History");
        String feed = publisher.feed().value();
        command.addAll(List.of("--to", Ports.url(ports.ingest()) + "/api/v1/feeds/" + feed + "/records/past"));
        command.addAll(List.of("--feed", feed, "--key", place.historyKey().toString()));
        command.addAll(List.of("--kafka", Ports.address(ports.kafka())));
        command.addAll(List.of("--status", place.historyFile().toString()));
        command.addAll(past.options());
        return new PlannedProcess("history", command, SMALL, null);
    }

    private PlannedProcess service(String name, int port, List<String> command, Map<String, String> own) {
        Path app = place.root().resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        command.addAll(List.of("-jar", app.toString()));
        Map<String, String> environment = new TreeMap<>(SMALL);
        String database = Ports.address(ports.postgres()) + "/" + name;
        environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Ports.address(ports.kafka()));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "weir");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "weir");
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                place.issuerPublicKey().toUri().toString());
        environment.put("MP_JWT_VERIFY_ISSUER", ISSUER);
        environment.putAll(own);
        return new PlannedProcess(name, command, environment, URI.create(Ports.url(port) + "/q/health/ready"));
    }

    /** The C library keeps an arena for each thread unless told otherwise: some hundred megabytes over all processes. */
    private static final Map<String, String> SMALL = Map.of("MALLOC_ARENA_MAX", "2");

    private List<String> java(int heapMegabytes) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-Xms48m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(COMPILER);
        return command;
    }
}
