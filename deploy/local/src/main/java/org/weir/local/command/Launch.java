package org.weir.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.weir.local.history.Status;
import org.weir.local.key.Issuer;
import org.weir.local.key.LocalPerson;
import org.weir.local.plan.CityClock;
import org.weir.local.plan.Lineup;
import org.weir.local.plan.Past;
import org.weir.local.plan.Place;
import org.weir.local.plan.PlannedProcess;
import org.weir.local.plan.Ports;
import org.weir.local.plan.Publisher;
import org.weir.local.register.Api;
import org.weir.local.register.Registration;
import org.weir.local.run.Crew;
import org.weir.local.run.LogLine;
import org.weir.local.run.StartFailure;

/**
 * Starts everything in its order and registers the publisher.
 *
 * @param lineup which processes
 * @param crew those that run
 * @param client asks whether they are ready
 * @param progress tells
 */
record Launch(Lineup lineup, Crew crew, HttpClient client, Progress progress) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ONE_LOOK = Duration.ofSeconds(5);

    /** An agency may have no bus out; the city has one within a poll or two. */
    private static final double FIRST_BUS_PATIENCE_SECONDS = 120;

    private static final double BETWEEN_WORDS_SECONDS = 10;
    private static final int OK = 200;

    /** The tokens of this run, by person; written where commands find them. */
    Map<String, String> tokens(Publisher publisher) throws IOException, GeneralSecurityException {
        Place place = lineup.place();
        Issuer issuer = Issuer.in(place, Clock.systemUTC(), Lineup.ISSUER);
        Map<String, String> tokens = new TreeMap<>();
        for (LocalPerson person : LocalPerson.all(publisher.id().value(), Lineup.RECIPIENT)) {
            String token = issuer.token(person);
            tokens.put(person.id(), token);
            Issuer.writeSecret(place.tokens().resolve(person.id() + ".jwt"), token + "\n");
        }
        return tokens;
    }

    /** Starts the processes; returns when each says that it is ready. */
    void processes(Optional<CityClock> cityClock) throws InterruptedException {
        List<PlannedProcess> waiting = new ArrayList<>();
        crew.start(lineup.stack());
        if (cityClock.isPresent()) {
            PlannedProcess city = lineup.city(cityClock.get());
            crew.start(city);
            waiting.add(city);
        }
        while (!stackSaysReady()) {
            crew.pause(BETWEEN_LOOKS);
        }
        cityClock.ifPresent(clock ->
                progress.done(clock.told(LocalDateTime.now(progress.clock().withZone(CityClock.ZONE)))));
        progress.done("Kafka and PostgreSQL are ready");
        for (PlannedProcess service : lineup.services()) {
            crew.start(service);
            waiting.add(service);
        }
        while (!waiting.isEmpty()) {
            for (PlannedProcess process : List.copyOf(waiting)) {
                if (ready(process.ready())) {
                    waiting.remove(process);
                    progress.done(
                            "The " + process.name() + (process.name().equals("city") ? "" : " service") + " is ready");
                }
            }
            crew.pause(BETWEEN_LOOKS);
        }
    }

    /** Registers agency, feed, schedule and agreement. */
    void register(Publisher publisher, Map<String, String> tokens) throws InterruptedException {
        Ports ports = lineup.ports();
        String officer = tokens.get(LocalPerson.OFFICER);
        Registration registration = new Registration(
                crew,
                new Api(client, url(ports.ingest()), officer),
                new Api(client, url(ports.consent()), officer),
                new Api(client, url(ports.consent()), tokens.get(LocalPerson.RECIPIENT_OFFICER)),
                new Api(client, url(ports.dashboard()), officer));
        registration.feed(publisher);
        progress.done(publisher.name() + " and its feed are registered");
        String state = registration.agreement(publisher);
        progress.done(
                "ACTIVE".equals(state)
                        ? "The agreement " + publisher.agreement() + " is active"
                        : "The agreement " + publisher.agreement() + " is " + state.toLowerCase(Locale.ROOT)
                                + " since an earlier run, and stays so: nothing is shared");
        registration.certificateKey(Lineup.RECIPIENT);
        registration.schedule(publisher);
    }

    /** Waits until the planner's page says that buses flow; says so, or why not. */
    void firstBus(Publisher publisher, Map<String, String> tokens) throws InterruptedException {
        Api dashboard = new Api(client, url(lineup.ports().dashboard()), tokens.get("planner"));
        double begun = progress.seconds();
        double told = begun;
        while (progress.seconds() - begun < FIRST_BUS_PATIENCE_SECONDS) {
            if (flows(dashboard, publisher)) {
                progress.done("The first bus is shared");
                return;
            }
            if (progress.seconds() - told > BETWEEN_WORDS_SECONDS) {
                told = progress.seconds();
                progress.done("waiting for the first bus: " + health(publisher, tokens));
            }
            crew.pause(BETWEEN_LOOKS);
        }
        progress.done("No bus has been shared yet. " + health(publisher, tokens) + " Weir goes on asking.");
    }

    /** Begins to send the past in the background; what an earlier start has sent of it is not sent again. */
    void history(Publisher publisher, Past past, Map<String, String> tokens) throws InterruptedException, IOException {
        Place place = lineup.place();
        if (!Files.exists(place.historyKey())) {
            Api ingest = new Api(client, url(lineup.ports().ingest()), tokens.get("ops"));
            Api.Answer issued = ingest.post("/api/v1/feeds/" + publisher.feed() + "/keys", Map.of());
            if (!issued.good()) {
                throw new StartFailure("The past cannot be sent, for the feed gives no key: " + issued.problem());
            }
            Issuer.writeSecret(place.historyKey(), issued.body().path("key").asText() + "\n");
        }
        crew.startErrand(lineup.history(publisher, past));
    }

    /** Says how far the past has come, where it has come on. */
    Runnable tellHistory() {
        String[] told = {""};
        return () -> Status.lineOf(lineup.place().historyFile())
                .filter(line -> !line.equals(told[0]))
                .ifPresent(line -> {
                    told[0] = line;
                    progress.done(line);
                });
    }

    private static boolean flows(Api dashboard, Publisher publisher) throws InterruptedException {
        for (var standing : dashboard.get("/api/v1/standing").body()) {
            if (standing.path("feed").asText().equals(publisher.feed().value())) {
                return standing.path("flow").asText().equals("flowing");
            }
        }
        return false;
    }

    private String health(Publisher publisher, Map<String, String> tokens) throws InterruptedException {
        var health = new Api(client, url(lineup.ports().ingest()), tokens.get("ops"))
                .get("/api/v1/feeds/" + publisher.feed())
                .body()
                .path("health");
        String trouble = health.path("lastOutcome").path("title").asText("");
        return health.path("accepted").asLong() + " positions accepted so far."
                + (trouble.isEmpty() ? "" : " The feed says: " + trouble);
    }

    private boolean stackSaysReady() {
        return LogLine.begins(lineup.place().log("stack"), "The stack is ready");
    }

    private boolean ready(URI address) throws InterruptedException {
        try {
            HttpRequest look = HttpRequest.newBuilder(address).timeout(ONE_LOOK).build();
            return client.send(look, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static String url(int port) {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }
}
