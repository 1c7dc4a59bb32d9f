package org.weir.local.command;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.weir.local.plan.Misuse;
import org.weir.local.plan.Ports;
import org.weir.local.plan.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code deploy/local/up}; {@code up-help.txt} tells them to people, and a test holds the two together. */
@Command(name = "deploy/local/up")
final class Flags {

    @Option(names = "--detach")
    boolean detach;

    @Option(names = "--data", paramLabel = "DIR")
    Optional<Path> data;

    @Option(names = "--agency", paramLabel = "ID")
    Optional<String> agency;

    @Option(names = "--agency-name", paramLabel = "NAME")
    Optional<String> agencyName;

    @Option(names = "--timezone", paramLabel = "TZ")
    Optional<String> timezone;

    @Option(names = "--gtfs", paramLabel = "URL|FILE")
    Optional<String> gtfs;

    @Option(names = "--vehicle-positions", paramLabel = "URL")
    Optional<String> vehiclePositions;

    @Option(names = "--poll", paramLabel = "SECONDS")
    Optional<Double> poll;

    @Option(names = "--recorded")
    boolean recorded;

    @Option(names = "--city-speed", paramLabel = "X")
    Optional<Double> citySpeed;

    @Option(names = "--city-from", paramLabel = "TIME")
    Optional<String> cityFrom;

    @Option(names = "--history", paramLabel = "DAYS|FILE")
    Optional<String> history;

    @Option(names = "--no-history")
    boolean noHistory;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
    int port;

    @Option(names = "--ingest-port", paramLabel = "N", defaultValue = "8081")
    int ingestPort;

    @Option(names = "--consent-port", paramLabel = "N", defaultValue = "8082")
    int consentPort;

    @Option(names = "--city-port", paramLabel = "N", defaultValue = "8083")
    int cityPort;

    @Option(names = "--kafka-port", paramLabel = "N", defaultValue = "19092")
    int kafkaPort;

    @Option(names = "--postgres-port", paramLabel = "N", defaultValue = "15432")
    int postgresPort;

    /** Told by the script, which has built. */
    @Option(names = "--build-seconds", hidden = true)
    double buildSeconds;

    /** Told by the script: where the repository is. */
    @Option(names = "--root", hidden = true, required = true)
    Path root;

    Wishes wishes() {
        return new Wishes(
                new Wishes.Own(agency, agencyName, timezone, gtfs, vehiclePositions),
                new Wishes.City(citySpeed, cityFrom.map(Flags::localTime)),
                poll,
                recorded);
    }

    private static LocalDateTime localTime(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misuse("--city-from needs a local time such as 2026-03-02T06:30, not " + text + ".");
        }
    }

    Ports ports() {
        return new Ports(port, ingestPort, consentPort, cityPort, kafkaPort, postgresPort);
    }
}
