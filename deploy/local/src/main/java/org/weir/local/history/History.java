package org.weir.local.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The process that sends the past to a Weir that runs. Exit code 0 when all of it is through. */
public final class History {

    /** Of protobuf's warning about what strangers' messages could do; this process reads none. Held, or it forgets its level. */
    private static final Logger PROTOBUF = Logger.getLogger("com.google.protobuf.GeneratedMessage");

    /** Two cores: while ingest works on one message, the next is on its way. */
    private static final int LANES = 2;

    @Option(names = "--to", required = true)
    URI to;

    @Option(names = "--feed", required = true)
    String feed;

    @Option(names = "--key", required = true)
    Path key;

    @Option(names = "--kafka", required = true)
    String kafka;

    @Option(names = "--status", required = true)
    Path status;

    @Option(names = "--from")
    LocalDate from;

    @Option(names = "--days")
    int days;

    @Option(names = "--file")
    Path recording;

    /** How many positions may wait: a second's and a half, of which movement commits a second's at a time. */
    @Option(names = "--ahead", defaultValue = "40000")
    long ahead;

    public static void main(String[] arguments) throws IOException {
        PROTOBUF.setLevel(Level.SEVERE);
        History history = new History();
        new CommandLine(history).parseArgs(arguments);
        System.exit(history.run() ? 0 : 1);
    }

    /** What an earlier start began is finished, and no other days are begun: what was live since is no past of this kind. */
    private PastDays city() throws IOException {
        Status begun = Status.read(status, Status.begin(from.toString(), days));
        return CityDays.of(LocalDate.parse(begun.first()), begun.days());
    }

    private boolean run() throws IOException {
        PastDays past = recording == null ? city() : new RecordedDay(recording);
        Sending sending = new Sending(past, status, Clock.systemUTC());
        ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor();
        teller.scheduleAtFixedRate(sending::write, 1, 1, TimeUnit.SECONDS);
        teller.scheduleAtFixedRate(() -> System.out.println(sending.status().line()), 10, 10, TimeUnit.SECONDS);
        try (Backlog backlog = new Backlog(kafka, feed)) {
            HttpClient client = HttpClient.newHttpClient();
            Pushes pushes = new Pushes(
                    client, to, Files.readString(key).strip(), answer -> sending.change(s -> s.answered(answer)));
            Pace pace = new Pace(backlog, ahead);
            VehicleLane[] lanes = new VehicleLane[LANES];
            for (int i = 0; i < LANES; i++) {
                lanes[i] = new VehicleLane(pushes, pace);
            }
            sending.send(lanes);
            return true;
        } catch (NotTaken | CompletionException e) {
            String why = e instanceof CompletionException && e.getCause() != null
                    ? e.getCause().getMessage()
                    : e.getMessage();
            sending.change(s -> s.failed(why));
            return false;
        } catch (RuntimeException e) {
            sending.change(s -> s.failed("It ended where nobody thought it could: " + e));
            throw e;
        } finally {
            teller.shutdownNow();
            sending.write();
            System.out.println(sending.status().line());
        }
    }
}
