package org.weir.city.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.weir.city.cli.Arguments.Mistake;
import org.weir.city.flaw.Sampling;
import org.weir.city.flaw.TruthDays;
import org.weir.city.gtfs.GtfsZip;
import org.weir.city.layer.Layers;
import org.weir.city.network.Agency;
import org.weir.city.network.City;
import org.weir.city.network.Planted;
import org.weir.city.plant.Planting;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.TimetableBuilder;
import org.weir.city.truth.PositionsFile;
import org.weir.city.truth.TruthFile;

/** The commands that write files and end. */
final class Writing {
    private Writing() {}

    static void gtfs(String[] line) throws IOException {
        Arguments arguments = new Arguments(line, names("--out", "--seed", "--agency", "--date"));
        City city = city(arguments);
        LocalDate date = arguments.value("--date", LocalDate.now(ZoneId.of(city.zone())), LocalDate::parse);
        Files.write(
                Path.of(arguments.needed("--out")),
                GtfsZip.write(city, TimetableBuilder.all(city), ServiceCalendar.around(date)));
    }

    static void day(String[] line) throws IOException {
        TreeSet<String> names = names("--date", "--out", "--truth", "--seed", "--agency", "--flaws");
        names.addAll(SamplingOptions.NAMES);
        Arguments arguments = new Arguments(line, names);
        City city = city(arguments);
        arguments.needed("--date");
        LocalDate date = arguments.value("--date", null, LocalDate::parse);
        day(city, date, arguments, Path.of(arguments.needed("--out")), Path.of(arguments.needed("--truth")));
    }

    /** Each service date in two files of its own, so that dates can be sent, or made again, one by one. */
    static void history(String[] line) throws IOException {
        TreeSet<String> names = names("--from", "--days", "--out", "--seed", "--agency", "--flaws");
        names.addAll(SamplingOptions.NAMES);
        Arguments arguments = new Arguments(line, names);
        City city = city(arguments);
        arguments.needed("--from");
        LocalDate from = arguments.value("--from", null, LocalDate::parse);
        Path out = Files.createDirectories(Path.of(arguments.needed("--out")));
        int days = arguments.atLeastOne("--days", 28);
        long begun = System.nanoTime();
        long messages = 0;
        for (LocalDate date = from; date.isBefore(from.plusDays(days)); date = date.plusDays(1)) {
            messages += day(
                    city,
                    date,
                    arguments,
                    out.resolve("positions-" + date + ".csv"),
                    out.resolve("truth-" + date + ".csv"));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT, "%d days, %d messages in %.1f s: %.2f s a day%n", days, messages, seconds, seconds / days);
    }

    /** @return how many messages */
    private static long day(City city, LocalDate date, Arguments arguments, Path out, Path truth) throws IOException {
        Sampling sampling = SamplingOptions.read(arguments);
        long flaws = arguments.value("--flaws", 1L, Long::parseLong);
        try (Writer positions = Files.newBufferedWriter(out);
                Writer stops = Files.newBufferedWriter(truth)) {
            PositionsFile file = new PositionsFile(positions);
            TruthDays.play(city, date, 1, sampling, flaws, new TruthFile(stops), file);
            return file.written();
        }
    }

    /** A table on the console, and GeoJSON where asked for. */
    static void planted(String[] line) throws IOException {
        Arguments arguments = new Arguments(line, names("--out", "--seed", "--agency"));
        City city = city(arguments);
        System.out.printf("%-12s %-10s %s%n", "id", "", "what and where (seed " + city.seed() + ")");
        for (Planted planted : city.planted()) {
            System.out.printf("%-12s %-10s %s%n", planted.id(), planted.kind().decoy() ? "decoy" : "", planted.name());
        }
        if (arguments.text("--out") != null) {
            Files.writeString(Path.of(arguments.text("--out")), Layers.planted(city));
        }
    }

    static void signals(String[] line) throws IOException {
        Arguments arguments = new Arguments(line, names("--out", "--seed"));
        Files.writeString(Path.of(arguments.needed("--out")), Layers.signals(city(arguments)));
    }

    static void neighbourhoods(String[] line) throws IOException {
        Arguments arguments = new Arguments(line, names("--out", "--seed"));
        Files.writeString(Path.of(arguments.needed("--out")), Layers.neighbourhoods(city(arguments)));
    }

    static City city(Arguments arguments) {
        Agency agency = Arrays.stream(Agency.values())
                .filter(a -> a.slug().equals(arguments.value("--agency", "riverton", s -> s)))
                .findFirst()
                .orElseThrow(() -> new Mistake("--agency is riverton or county"));
        return Planting.city(arguments.value("--seed", 1L, Long::parseLong), agency);
    }

    private static TreeSet<String> names(String... names) {
        return new TreeSet<>(Set.of(names));
    }
}
