package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Stops at which a halt takes far longer than at the other stops of the same lines in the same hour. Halts that wait for
 * the timetable are not among them, and just before a signal that is at fault it is the signal's.
 */
final class StopRule implements Rule {
    /** Seconds that a halt takes longer than at most stops. */
    private static final double LONG = 20;

    /** What most stops are. */
    private static final double MOST = 0.75;

    /** What all days together do not come near need not be looked at day by day. */
    private static final double SEEN = 0.8;

    @Override
    public List<Finding> find(Evidence evidence, Layout layout, Asked asked) {
        Set<StopKey> queues = queues(evidence, layout, asked);
        List<Finding> findings = new ArrayList<>();
        for (StopKey key : evidence.stops()) {
            Layout.StopPlace place = layout.stop(key);
            if (place == null || queues.contains(key) || !known(evidence.stop(key), asked)) {
                continue;
            }
            double[] usual = usual(evidence, place);
            Grid ofAll = new Grid(1);
            Grid halted = new Grid(1);
            day(evidence.stop(key), 0, usual, asked, ofAll, halted, new Grid(1));
            if (ofAll.mean() / halted.mean() < SEEN * LONG) {
                continue;
            }
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
            if (level >= LONG) {
                findings.add(new Finding(
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
        }
        return findings;
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

    /** The stops just before signals that are at fault. */
    private static Set<StopKey> queues(Evidence evidence, Layout layout, Asked asked) {
        Set<String> bad = new HashSet<>();
        new SignalRule()
                .find(evidence, layout, asked)
                .forEach(finding -> bad.add(finding.where().key()));
        Set<StopKey> queues = new HashSet<>();
        for (Layout.Approach approach : layout.approaches()) {
            if (bad.contains(approach.signal())) {
                layout.nearSide(approach).forEach(stop -> queues.add(stop.key()));
            }
        }
        return queues;
    }

    /** What a halt takes at three of four stops around, by hour. */
    static double[] usual(Evidence evidence, Layout.StopPlace place) {
        double[] usual = new double[Hours.ALL];
        List<StopTimes> near = place.near().stream()
                .map(evidence::stop)
                .filter(Objects::nonNull)
                .toList();
        for (int hour = 0; hour < Hours.ALL; hour++) {
            double[] each = new double[near.size()];
            for (int i = 0; i < each.length; i++) {
                each[i] = near.get(i).seconds(hour);
            }
            usual[hour] = Median.quantile(each, MOST);
        }
        return usual;
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
