package org.weir.dashboard.rank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.weir.city.flaw.Sampling;
import org.weir.city.network.Planted;

/**
 * The ranking of planted cities: positions each 30 s with 10 m noise, one of twenty lost, of five ordinary weekdays and the
 * one on which a street is dug up. Arguments: the first seed, the last. Ends with 0 only where in every city the planted
 * places are the top of each cause and no decoy is ranked.
 */
final class PlantedPlaces {
    static final int WEEKDAYS = 5;

    private PlantedPlaces() {}

    /** One city's rankings. */
    record Told(long seed, List<LocalDate> days, List<Planted> planted, List<Scored> causes, double seconds) {
        List<String> faults() {
            return causes.stream().flatMap(c -> c.faults.stream()).toList();
        }
    }

    public static void main(String[] arguments) {
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        long last = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20;
        List<Long> missed = new ArrayList<>(LongStream.rangeClosed(first, last)
                .parallel()
                .mapToObj(seed -> told(seed, WEEKDAYS))
                .peek(PlantedPlaces::print)
                .filter(told -> !told.faults().isEmpty())
                .map(Told::seed)
                .toList());
        System.out.printf(
                "%d of %d seeds: the planted places are the top of each cause, and no decoy is ranked%n",
                last - first + 1 - missed.size(), last - first + 1);
        System.exit(missed.isEmpty() ? 0 : 1);
    }

    static Told told(long seed, int weekdays) {
        CityEvidence evidence = new CityEvidence(seed);
        List<LocalDate> dates = evidence.weekdays(weekdays);
        Evidence days = new EvidenceOfDays(
                dates.stream().map(date -> evidence.on(date, Sampling.USUAL)).toList());
        long began = System.nanoTime();
        List<Scored> causes = Arrays.stream(Cause.values())
                .map(cause -> Scored.of(evidence.city, cause, Ranking.of(cause, days, evidence.layout, Asked.allDay())))
                .toList();
        return new Told(seed, dates, evidence.city.planted(), causes, (System.nanoTime() - began) / 1e9);
    }

    private static Scored scored(CityEvidence evidence, Evidence days, Cause cause) {
        List<Ranked> ranked = Ranking.of(cause, days, evidence.layout, Asked.allDay());
        Scored scored = Scored.of(evidence.city, cause, ranked);
        scored.facts =
                ranked.isEmpty() ? null : Facts.of(ranked.get(0).finding(), days, evidence.layout, Asked.allDay());
        return scored;
    }

    private static synchronized void print(Told told) {
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d days, decoys %s%n",
                told.seed(),
                told.days().size(),
                told.planted().stream()
                        .filter(p -> p.kind().decoy())
                        .map(p -> p.id() + " " + rankOf(p, told))
                        .collect(Collectors.joining(", ")));
        told.causes().forEach(cause -> cause.lines.forEach(line -> System.out.println("  " + line)));
        told.faults().forEach(fault -> System.out.println("  NOT HELD: " + fault));
    }

    private static String rankOf(Planted decoy, Told told) {
        return told.faults().stream()
                .filter(fault -> fault.startsWith(decoy.id() + ' '))
                .map(fault -> fault.substring(decoy.id().length() + 1))
                .findFirst()
                .orElse("is not ranked");
    }
}
