package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stops at which a halt takes far longer than at the other stops of the same lines in the same hour. Halts that wait for
 * the timetable are not among them, and just before a signal that is at fault it is the signal's.
 */
final class StopRule implements Rule {
    /** Seconds that a halt takes longer than at most stops. */
    private static final double LONG = 20;

    /** What all days together do not come near need not be looked at day by day. */
    private static final double SEEN = 0.8;

    private static final double[] NOTHING = new double[Hours.ALL];

    @Override
    public Search search(Evidence evidence, Layout layout, Asked asked, Usual usual) {
        List<Layout.StopPlace> suspects = new ArrayList<>();
        for (StopKey key : evidence.stops()) {
            Layout.StopPlace place = layout.stop(key);
            StopTimes times = evidence.stop(key);
            if (place != null
                    && known(times, asked)
                    && seen(times, NOTHING, asked)
                    && seen(times, usual.of(place), asked)) {
                suspects.add(place);
            }
        }
        return () -> find(suspects, evidence, layout, asked, usual);
    }

    private static List<Finding> find(
            List<Layout.StopPlace> suspects, Evidence evidence, Layout layout, Asked asked, Usual usual) {
        Map<String, Boolean> bad = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Layout.StopPlace place : suspects) {
            if (layout.signalsAfter(place.key()).stream()
                    .noneMatch(
                            signal -> bad.computeIfAbsent(signal, s -> isAtFault(s, usual, evidence, layout, asked)))) {
                finding(place, usual.of(place), evidence, asked).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** Whether all days together come near to what is too long; with nothing usual, whether they could. */
    private static boolean seen(StopTimes times, double[] usual, Asked asked) {
        Grid lost = new Grid(1);
        Grid halts = new Grid(1);
        day(times, 0, usual, asked, lost, halts, new Grid(1));
        return !(lost.mean() / halts.mean() < SEEN * LONG);
    }

    /** Who stands before such a signal waits for it. */
    private static boolean isAtFault(String signal, Usual usual, Evidence evidence, Layout layout, Asked asked) {
        return layout.approaches(signal).stream()
                .anyMatch(approach -> SignalRule.find(approach, usual, evidence, layout, asked)
                        .isPresent());
    }

    private static Optional<Finding> finding(Layout.StopPlace place, double[] usual, Evidence evidence, Asked asked) {
        StopKey key = place.key();
        int days = evidence.days().size();
        Grid lost = new Grid(days);
        Grid halts = new Grid(days);
        Grid buses = new Grid(days);
        double[] ofDay = new double[days];
        for (int day = 0; day < days; day++) {
            day(evidence.stop(key, day), day, usual, asked, lost, halts, buses);
            ofDay[day] = lost.ofDay(day) / halts.ofDay(day);
        }
        double level = Median.of(ofDay);
        if (!(level >= LONG)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Cause.STOP,
                "stop-" + key.feed() + '-' + key.stop(),
                new Finding.Where(
                        key.stop(),
                        List.<double[][]>of(new double[][] {place.point()}),
                        List.of(place.street()),
                        List.copyOf(place.lines())),
                level,
                lost,
                buses,
                List.of(step(key, evidence.stop(key), usual, asked))));
    }

    private static Finding.Step step(StopKey key, StopTimes times, double[] usual, Asked asked) {
        long halts = 0;
        double seconds = 0;
        double most = 0;
        for (int hour = 0; hour < Hours.ALL; hour++) {
            if (asked.hour(hour) && times.halts[hour] > 0 && !Double.isNaN(usual[hour])) {
                halts += times.halts[hour];
                seconds += times.dwell[hour] / 10.0;
                most += times.halts[hour] * usual[hour];
            }
        }
        return new Finding.Step(key.stop(), 0, seconds / halts, most / halts, halts);
    }

    /** Where most halts wait for the timetable, nothing can be said of the stop. */
    private static boolean known(StopTimes times, Asked asked) {
        int halts = 0;
        int held = 0;
        for (int hour = 0; hour < Hours.ALL; hour++) {
            halts += asked.hour(hour) ? times.halts[hour] : 0;
            held += asked.hour(hour) ? times.held[hour] : 0;
        }
        return halts > held;
    }

    private static void day(StopTimes times, int day, double[] usual, Asked asked, Grid lost, Grid halts, Grid buses) {
        for (int hour = 0; times != null && hour < Hours.ALL; hour++) {
            if (asked.hour(hour) && times.visits[hour] > 0) {
                buses.add(day, hour, times.visits[hour] + times.held[hour]);
            }
            if (asked.hour(hour) && times.halts[hour] > 0 && !Double.isNaN(usual[hour])) {
                lost.add(day, hour, times.halts[hour] * (times.seconds(hour) - usual[hour]));
                halts.add(day, hour, times.halts[hour]);
            }
        }
    }
}
