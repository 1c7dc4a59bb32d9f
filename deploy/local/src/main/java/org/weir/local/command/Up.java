package org.weir.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.weir.local.key.LocalPerson;
import org.weir.local.plan.CityClock;
import org.weir.local.plan.Lineup;
import org.weir.local.plan.Misuse;
import org.weir.local.plan.Past;
import org.weir.local.plan.Place;
import org.weir.local.plan.PlannedProcess;
import org.weir.local.plan.Ports;
import org.weir.local.plan.Publisher;
import org.weir.local.plan.Request;
import org.weir.local.plan.Wishes;
import org.weir.local.register.PublisherLookup;
import org.weir.local.run.Crew;
import org.weir.local.run.DataDirectory;
import org.weir.local.run.Memory;
import org.weir.local.run.PortCheck;
import org.weir.local.run.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code deploy/local/up}, after its script has checked the machine and built. */
public final class Up {

    private static final int MISUSE = 2;
    private static final int FAILURE = 1;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private Up() {}

    /** Exit code 0 when Weir runs, or has been ended as asked; 1 when it could not start; 2 when an option is wrong. */
    public static void main(String[] arguments) throws InterruptedException {
        // Of the token builder, which else greets on standard error.
        Logger.getLogger("").setLevel(Level.SEVERE);
        Flags flags = new Flags();
        try {
            new CommandLine(flags).parseArgs(arguments);
            run(flags, System.out);
        } catch (ParameterException e) {
            fail(inPlainWords(e) + ". See deploy/local/up --help.", MISUSE);
        } catch (Misuse e) {
            fail(e.getMessage(), MISUSE);
        } catch (StartFailure e) {
            fail(e.getMessage(), FAILURE);
        } catch (IOException | GeneralSecurityException e) {
            fail("Weir could not be started: " + e, FAILURE);
        }
    }

    private static void run(Flags flags, PrintStream out)
            throws InterruptedException, IOException, GeneralSecurityException {
        Progress progress =
                new Progress(out, Clock.systemUTC(), Clock.systemUTC().instant());
        Path root = flags.root.toAbsolutePath().normalize();
        Path data = flags.data
                .orElse(root.resolve("deploy/local/.run"))
                .toAbsolutePath()
                .normalize();
        Place place = new Place(root, data);
        boolean fresh = flags.data.isEmpty() || !Files.exists(place.issuerKey());
        Wishes wishes = flags.wishes();
        CityClock cityClock =
                CityClock.of(wishes.city(), LocalDateTime.now(progress.clock().withZone(CityClock.ZONE)), fresh);
        Request request = Request.of(wishes, cityClock);
        Optional<Past> past = Past.of(
                flags.history,
                flags.noHistory,
                request.own().isEmpty(),
                cityClock.from().orElse(LocalDateTime.now(progress.clock().withZone(CityClock.ZONE))));
        Ports ports = flags.ports();
        ports.check(request.own().isEmpty());
        List<String> objections = PortCheck.objections(ports.uses(request.own().isEmpty()));
        if (!objections.isEmpty()) {
            throw new StartFailure(String.join("\n", objections));
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Publisher publisher = request.own().isPresent()
                ? new PublisherLookup(client).own(request, request.own().get())
                : PublisherLookup.city(request, "http://" + Ports.LOOPBACK + ":" + ports.city());
        DataDirectory.prepare(place, flags.data.isPresent());

        Crew crew = new Crew(place);
        Thread end = new Thread(() -> end(crew, out), "weir-end");
        Runtime.getRuntime().addShutdownHook(end);
        Lineup lineup = new Lineup(place, ports, Path.of(System.getProperty("java.home"), "bin", "java"));
        Launch launch = new Launch(lineup, crew, client, progress);
        Map<String, String> tokens = launch.tokens(publisher);
        launch.processes(request.own().isEmpty() ? Optional.of(cityClock) : Optional.empty());
        launch.register(publisher, tokens);
        double ready = progress.seconds();
        launch.firstBus(publisher, tokens);
        double started = progress.seconds();
        Memory memory = Memory.of(crew.children());
        if (past.isPresent()) {
            launch.history(publisher, past.get(), tokens);
        }
        Runnable note = () ->
                new RunFile(ports, publisher, flags.buildSeconds, ready, started, memory, crew.children()).write(place);
        note.run();
        tell(progress, flags, publisher, tokens, started, memory);
        past.ifPresent(
                which -> progress.line("Past days are sent in the background. How far they are: deploy/local/history"
                        + flags.data.map(dir -> " --data " + dir).orElse("")));
        if (flags.detach) {
            Runtime.getRuntime().removeShutdownHook(end);
            progress.line("Weir goes on running, and nobody watches it: deploy/local/history"
                    + flags.data.map(dir -> " --data " + dir).orElse("")
                    + " says which process has ended. End it with deploy/local/down"
                    + flags.data.map(dir -> " --data " + dir).orElse("") + ".");
            return;
        }
        progress.line("Ctrl-C ends it.");
        throw crew.watch(
                lineup.services().stream().map(PlannedProcess::name).collect(Collectors.toSet()),
                progress.clock(),
                word -> {
                    progress.done(word);
                    note.run();
                },
                launch.tellHistory());
    }

    private static void tell(
            Progress progress,
            Flags flags,
            Publisher publisher,
            Map<String, String> tokens,
            double started,
            Memory memory) {
        String dashboard = "http://localhost:" + flags.port;
        progress.line("");
        progress.line("Weir runs: " + dashboard);
        progress.line("");
        progress.line("Sign in as (each link is good for 12 hours):");
        for (LocalPerson person : LocalPerson.all(publisher.id().value(), Lineup.RECIPIENT)) {
            progress.line(String.format(
                    Locale.ROOT, "  %-17s %s/sign-in#%s", person.id(), dashboard, tokens.get(person.id())));
        }
        progress.line("");
        progress.line(String.format(
                Locale.ROOT,
                "Build %.0f s, start %.1f s, memory of all processes %.2f GB (each shared page counted once).",
                flags.buildSeconds,
                started,
                memory.proportionalMegabytes() / 1024.0));
    }

    private static String inPlainWords(ParameterException e) {
        return e.getMessage().replace("is not a double", "is not a number").replace("is not an int", "is not a number");
    }

    private static void end(Crew crew, PrintStream out) {
        if (crew.children().isEmpty()) {
            return;
        }
        out.println("Ending…");
        crew.end();
        out.println("Weir has ended.");
    }

    private static void fail(String sentence, int code) {
        System.err.println(sentence);
        System.exit(code);
    }
}
