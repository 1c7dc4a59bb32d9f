package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The places that need mending, by cause, those first that would save buses most time. How stable a place is, and how
 * wide its interval, is told by drawing the period's days again with replacement (bootstrap, Efron 1979), all places
 * together, for a day of rain is one for all of them.
 */
public final class Ranking {
    private static final Map<Cause, Rule> RULES = new EnumMap<>(Map.of(
            Cause.LANE, new LaneRule(),
            Cause.SIGNAL, new SignalRule(),
            Cause.STOP, new StopRule(),
            Cause.SCHEDULE, new ScheduleRule()));

    private Ranking() {}

    /**
     * The places of every cause, by evidence whose days come when they are asked for.
     *
     * @param bring brings the days that evidence was asked for since it was called last; says whether there were any
     */
    public static Map<Cause, List<Ranked>> of(Evidence evidence, Layout layout, Asked asked, BooleanSupplier bring) {
        Usual usual = new Usual(evidence);
        Map<Cause, Rule.Search> open = new EnumMap<>(Cause.class);
        RULES.forEach((cause, rule) -> open.put(cause, rule.search(evidence, layout, asked, usual)));
        Map<Cause, List<Finding>> found = new EnumMap<>(Cause.class);
        do {
            open.entrySet().removeIf(search -> {
                found.put(search.getKey(), search.getValue().find());
                return !evidence.lacked();
            });
        } while (bring.getAsBoolean());
        Map<Cause, List<Ranked>> ranked = new EnumMap<>(Cause.class);
        found.forEach((cause, findings) -> ranked.put(cause, inOrder(findings, asked)));
        return ranked;
    }

    /** The places of one cause, in order. */
    public static List<Ranked> of(Cause cause, Evidence evidence, Layout layout, Asked asked) {
        return inOrder(
                RULES.get(cause)
                        .search(evidence, layout, asked, new Usual(evidence))
                        .find(),
                asked);
    }

    private static List<Ranked> inOrder(List<Finding> findings, Asked asked) {
        List<Finding> found = findings.stream()
                .sorted(Comparator.comparingDouble((Finding f) -> -f.saved().mean())
                        .thenComparing(Finding::id))
                .toList();
        double[][] byDay = found.stream()
                .map(f -> IntStream.range(0, f.saved().days())
                        .mapToDouble(day -> f.saved().ofDay(day))
                        .toArray())
                .toArray(double[][]::new);
        double[][] drawn = draws(byDay, asked);
        int[] stays = stays(drawn, asked);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            ranked.add(new Ranked(
                    found.get(i),
                    i + 1,
                    found.get(i).saved().mean(),
                    Median.quantile(drawn[i], 0.025),
                    Median.quantile(drawn[i], 0.975),
                    stays[i] / (double) asked.resamples()));
        }
        return ranked;
    }

    /** Means of days that were drawn, by place and draw: the same days for every place. */
    private static double[][] draws(double[][] byDay, Asked asked) {
        double[][] drawn = new double[byDay.length][asked.resamples()];
        if (byDay.length == 0) {
            return drawn;
        }
        int days = byDay[0].length;
        int[] picked = new SplittableRandom(asked.seed())
                .ints((long) asked.resamples() * days, 0, days)
                .toArray();
        for (int i = 0; i < byDay.length; i++) {
            for (int draw = 0, n = 0; draw < asked.resamples(); draw++) {
                for (int end = n + days; n < end; n++) {
                    drawn[i][draw] += byDay[i][picked[n]] / days;
                }
            }
        }
        return drawn;
    }

    private static int[] stays(double[][] drawn, Asked asked) {
        int[] stays = new int[drawn.length];
        Integer[] order = IntStream.range(0, drawn.length).boxed().toArray(Integer[]::new);
        for (int draw = 0; draw < asked.resamples(); draw++) {
            int of = draw;
            Arrays.sort(order, Comparator.comparingDouble(i -> -drawn[i][of]));
            for (int k = 0; k < Math.min(asked.top(), order.length); k++) {
                stays[order[k]]++;
            }
        }
        return stays;
    }
}
