package org.weir.city.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.weir.city.cli.Arguments.Mistake;
import org.weir.city.feed.Sampler;
import org.weir.city.gtfs.GtfsZip;
import org.weir.city.network.City;
import org.weir.city.serve.CityServer;
import org.weir.city.serve.Playback;
import org.weir.city.sim.Operation;
import org.weir.city.sim.StopEvents;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.Timetable;
import org.weir.city.timetable.TimetableBuilder;
import org.weir.city.truth.TruthFile;

/** The city's commands: {@code serve}, and those of {@link Writing}. */
public final class Main {
    private static final String USAGE =
            """
            Riverton, a synthetic city with its buses and its truth.

              serve   [--port 8083] [--speed 1] [--from 2026-03-02T06:30] [--truth FILE] [--period 5] [--report 15]
                      serves /gtfs.zip, /VehiclePositions.pb, /clock, /signals.geojson and /neighbourhoods.geojson on the
                      loopback address
              gtfs    --out FILE [--date 2026-03-02]
              day     --date 2026-03-02 --out positions.csv --truth truth.csv [how it is heard]
                      a whole service date at once
              history --from 2026-03-02 [--days 28] --out FOLDER [how it is heard]
                      many of them, two files each
              planted [--out planted.geojson]
                      what needs mending in this city, and what only looks so
              signals --out FILE        neighbourhoods --out FILE

            All take [--seed 1], and all but the last line [--agency riverton|county]: two agencies on the same streets.

            How it is heard (shares are 0-1; without these nothing goes wrong):
              --report 15              seconds from fix to fix, 5-120
              --noise 0                metres, standard deviation east and north
              --lost 0  --twice 0      shares of messages
              --late 0  --late-by 120  share of messages, seconds on average
              --gaps 0  --gap-minutes 6     share of a vehicle's half hours with a silence of so many minutes
              --jumps 0  --frozen 0    share of fixes far off; share of half hours with a place that stands still
              --wrong-clocks 0  --clock-off 3600    share of vehicles, seconds ahead
              --missing-trips 0  --other-departures 0  --other-directions 0  --stale-trips 0  --detours 0   shares of trips
              --flaws 1                the seed of all this; the city and its truth have their own
            """;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger PROTOBUF = Logger.getLogger("com.google.protobuf.GeneratedMessage");

    private Main() {}

    public static void main(String[] line) {
        // It warns of what strangers' messages could do to the bindings' old generated code. The city reads none.
        PROTOBUF.setLevel(Level.SEVERE);
        System.exit(run(line));
    }

    /** @return the exit code: 0, or 2 for a command that cannot be carried out */
    static int run(String[] line) {
        try {
            switch (line.length == 0 ? "" : line[0]) {
                case "serve" -> serve(line);
                case "gtfs" -> Writing.gtfs(line);
                case "day" -> Writing.day(line);
                case "history" -> Writing.history(line);
                case "planted" -> Writing.planted(line);
                case "signals" -> Writing.signals(line);
                case "neighbourhoods" -> Writing.neighbourhoods(line);
                default -> throw new Mistake(USAGE);
            }
            return 0;
        } catch (Mistake mistake) {
            System.err.println(mistake.getMessage());
        } catch (BindException e) {
            System.err.println("The port is taken by another program; choose one with --port.");
        } catch (IOException | UncheckedIOException e) {
            System.err.println("A file could not be written or a port not opened: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 2;
    }

    private static void serve(String[] line) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(
                line,
                new TreeSet<>(Set.of(
                        "--port", "--seed", "--agency", "--speed", "--from", "--truth", "--period", "--report")));
        City city = Writing.city(arguments);
        ZoneId zone = ZoneId.of(city.zone());
        Map<DayType, Timetable> timetables = TimetableBuilder.all(city);
        Clock clock = Clock.systemUTC();
        double speed = arguments.value("--speed", 1.0, Double::parseDouble);
        if (!(speed > 0 && speed <= 1000)) {
            throw new Mistake("--speed must be above 0 and at most 1000");
        }
        int report = arguments.atLeastOne("--report", 15);
        LocalDateTime local = arguments.value("--from", null, LocalDateTime::parse);
        // Without --from the city's clock is the wall clock, and the start-up's seconds are caught up by the first
        // tick.
        Instant from = local == null ? clock.instant() : local.atZone(zone).toInstant();
        Writer truth = arguments.text("--truth") == null ? null : writer(arguments.text("--truth"));
        StopEvents events = truth == null ? StopEvents.NOBODY : new TruthFile(truth);
        Operation operation =
                new Operation(city, timetables, Instant.ofEpochSecond(from.getEpochSecond() - report), events);
        Sampler sampler = new Sampler(operation, report, r -> {});
        byte[] zip = GtfsZip.write(
                city, timetables, ServiceCalendar.around(from.atZone(zone).toLocalDate()));
        // Without --from, now: the warm-up above took its seconds.
        long begin = local == null ? clock.instant().getEpochSecond() : from.getEpochSecond();
        Playback playback = new Playback(city, sampler, clock, begin, speed, arguments.atLeastOne("--period", 5));
        CityServer server =
                CityServer.start(arguments.value("--port", 8083, Integer::parseInt), playback, zip, () -> flush(truth));
        System.out.printf(
                "Riverton at %s, %d buses out: http://127.0.0.1:%d/VehiclePositions.pb /gtfs.zip /clock%n",
                Instant.ofEpochSecond(begin).atZone(zone).toLocalDateTime(),
                playback.newest().vehicles(),
                server.port());
        new CountDownLatch(1).await();
    }

    private static Writer writer(String path) throws IOException {
        return Files.newBufferedWriter(Path.of(path));
    }

    private static void flush(Writer truth) {
        try {
            if (truth != null) {
                truth.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
