package org.weir.city.cli;

import java.util.Set;
import org.weir.city.cli.Arguments.Mistake;
import org.weir.city.flaw.Labels;
import org.weir.city.flaw.Sampling;

/** The options that say how badly the buses are heard. Without any of them nothing goes wrong. */
final class SamplingOptions {
    static final Set<String> NAMES = Set.of(
            "--report",
            "--noise",
            "--lost",
            "--twice",
            "--late",
            "--late-by",
            "--gaps",
            "--gap-minutes",
            "--jumps",
            "--frozen",
            "--wrong-clocks",
            "--clock-off",
            "--missing-trips",
            "--other-departures",
            "--other-directions",
            "--stale-trips",
            "--detours");

    private SamplingOptions() {}

    static Sampling read(Arguments arguments) {
        try {
            return Sampling.CLEAN
                    .every(arguments.atLeastOne("--report", 15))
                    .noise(number(arguments, "--noise"))
                    .lost(number(arguments, "--lost"))
                    .twice(number(arguments, "--twice"))
                    .late(number(arguments, "--late"), arguments.value("--late-by", 120, Integer::parseInt))
                    .gaps(number(arguments, "--gaps"), arguments.value("--gap-minutes", 6, Integer::parseInt))
                    .jumps(number(arguments, "--jumps"))
                    .frozen(number(arguments, "--frozen"))
                    .clockWrong(
                            number(arguments, "--wrong-clocks"),
                            arguments.value("--clock-off", 3600, Integer::parseInt))
                    .labels(new Labels(
                            number(arguments, "--missing-trips"),
                            number(arguments, "--other-departures"),
                            number(arguments, "--other-directions"),
                            number(arguments, "--stale-trips")))
                    .detours(number(arguments, "--detours"));
        } catch (IllegalArgumentException e) {
            throw new Mistake(e.getMessage());
        }
    }

    private static double number(Arguments arguments, String name) {
        return arguments.value(name, 0.0, Double::parseDouble);
    }
}
