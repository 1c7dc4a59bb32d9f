package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signals before which buses lose far more than along the way to them. Bounds are those of the Highway Capacity Manual's
 * level of service at signals (HCM 6th edition, exhibit 19-8): up to 20 s is B, up to 35 s C. What is lost is
 * what the last 150 m take beyond the pace of the street around in the same hour, and what halts at a stop just before the
 * signal take beyond the usual.
 */
final class SignalRule implements Rule {
    /**
     * Seconds that a bus loses in the mean of the whole day: the middle of level C. The manual grades a peak quarter hour,
     * in which such a signal is at D or worse.
     */
    private static final double BAD = 28;

    /** What all days together do not come near need not be looked at day by day. */
    private static final double SEEN = 0.8;

    private static final double GOOD = 20;
    /** Cells by which the street's own pace is told: those that are not the slowest. */
    private static final double PACE = 0.4;

    private static final int LEAST_CELLS = 8;

    private static final double[] NOTHING = new double[Hours.ALL];

    /**
     * What may be at fault.
     *
     * @param pace seconds of a cell along the way, by hour
     * @param near what a halt usually takes at the stops just before the signal
     */
    private record Suspect(Layout.Approach approach, double[] pace, Map<StopKey, double[]> near) {}

    @Override
    public Search search(Evidence evidence, Layout layout, Asked asked, Usual usual) {
        List<Suspect> suspects = layout.approaches().stream()
                .flatMap(approach -> suspect(approach, usual, evidence, layout, asked).stream())
                .toList();
        return () -> suspects.stream()
                .flatMap(suspect -> find(suspect, evidence, layout, asked).stream())
                .toList();
    }

    /** What a signal does on one of the streets that lead up to it; empty where it is not at fault. */
    static Optional<Finding> find(
            Layout.Approach approach, Usual usual, Evidence evidence, Layout layout, Asked asked) {
        return suspect(approach, usual, evidence, layout, asked)
                .flatMap(suspect -> find(suspect, evidence, layout, asked));
    }

    private static Optional<Suspect> suspect(
            Layout.Approach approach, Usual usual, Evidence evidence, Layout layout, Asked asked) {
        double[] pace = pace(evidence, approach);
        if (pace == null || atMost(evidence, layout, approach, pace, asked) < SEEN * BAD) {
            return Optional.empty();
        }
        Map<StopKey, double[]> near = new LinkedHashMap<>();
        layout.nearSide(approach).forEach(stop -> near.put(stop.key(), usual.of(stop)));
        return ofAll(evidence, approach, pace, near, asked) < SEEN * BAD
                ? Optional.empty()
                : Optional.of(new Suspect(approach, pace, near));
    }

    private static Optional<Finding> find(Suspect suspect, Evidence evidence, Layout layout, Asked asked) {
        Layout.Approach approach = suspect.approach();
        double[] pace = suspect.pace();
        int days = evidence.days().size();
        Grid lost = new Grid(days);
        Grid buses = new Grid(days);
        double[] ofDay = new double[days];
        for (int day = 0; day < days; day++) {
            int of = day;
            running(street -> evidence.street(street, of), approach, day, pace, asked, lost, buses);
            standing(stop -> evidence.stop(stop, of), suspect.near(), day, asked, lost);
            ofDay[day] = lost.ofDay(day) / buses.ofDay(day);
        }
        double level = Median.of(ofDay);
        return level >= BAD
                ? Optional.of(finding(evidence, layout, approach, pace, asked, level, lost, buses))
                : Optional.empty();
    }

    /** As if nobody would have to halt at a stop before the signal: what is usual there takes long to find out. */
    private static double atMost(
            Evidence evidence, Layout layout, Layout.Approach approach, double[] pace, Asked asked) {
        Map<StopKey, double[]> near = new LinkedHashMap<>();
        layout.nearSide(approach).forEach(stop -> near.put(stop.key(), NOTHING));
        return ofAll(evidence, approach, pace, near, asked);
    }

    private static double ofAll(
            Evidence evidence, Layout.Approach approach, double[] pace, Map<StopKey, double[]> near, Asked asked) {
        Grid lost = new Grid(1);
        Grid buses = new Grid(1);
        running(evidence::street, approach, 0, pace, asked, lost, buses);
        standing(evidence::stop, near, 0, asked, lost);
        return lost.mean() / buses.mean();
    }

    private static Finding finding(
            Evidence evidence,
            Layout layout,
            Layout.Approach approach,
            double[] pace,
            Asked asked,
            double level,
            Grid lost,
            Grid buses) {
        return new Finding(
                Cause.SIGNAL,
                "signal-" + approach.signal() + '-' + approach.street(),
                new Finding.Where(
                        approach.signal(),
                        List.<double[][]>of(approach.line()),
                        List.of(approach.street()),
                        layout.lines(approach.street())),
                level,
                lost.plus(buses.times(-GOOD)),
                buses,
                profile(evidence, approach, pace, asked));
    }

    private static List<Finding.Step> profile(Evidence evidence, Layout.Approach approach, double[] pace, Asked asked) {
        List<Finding.Step> profile = new ArrayList<>();
        double length = approach.cells().get(approach.cells().size() - 1).away();
        for (Layout.CellOf cell : approach.cells()) {
            StreetTimes times = evidence.street(cell.street());
            long passes = 0;
            double tenths = 0;
            double usual = 0;
            for (int hour = 0; times != null && hour < Hours.ALL; hour++) {
                if (asked.hour(hour) && times.passes[hour] > 0 && !Double.isNaN(pace[hour])) {
                    passes += times.passes[hour];
                    tenths += times.running[hour][cell.cell()];
                    usual += times.passes[hour] * pace[hour];
                }
            }
            profile.add(
                    0,
                    new Finding.Step(
                            cell.street(), length - cell.away(), tenths / 10 / passes, usual / passes, passes));
        }
        return profile;
    }

    /** Seconds of a cell along the way, by hour; null where too little of it is known. */
    private static double[] pace(Evidence evidence, Layout.Approach approach) {
        if (approach.cells().size() < LEAST_CELLS) {
            return null;
        }
        StreetTimes[] times = times(evidence::street, approach, approach.cells().size());
        double[] pace = new double[Hours.ALL];
        double[] cells = new double[times.length];
        for (int hour = 0; hour < Hours.ALL; hour++) {
            for (int i = 0; i < cells.length; i++) {
                int cell = approach.cells().get(i).cell();
                cells[i] = times[i] == null ? Double.NaN : times[i].seconds(hour, cell);
            }
            pace[hour] = Median.quantile(cells, PACE);
        }
        return pace;
    }

    /** Of the street of each of the nearest cells. */
    private static StreetTimes[] times(Function<String, StreetTimes> streets, Layout.Approach approach, int count) {
        StreetTimes[] times = new StreetTimes[count];
        for (int i = 0; i < times.length; i++) {
            String street = approach.cells().get(i).street();
            boolean same = i > 0 && approach.cells().get(i - 1).street().equals(street);
            times[i] = same ? times[i - 1] : streets.apply(street);
        }
        return times;
    }

    /** What halts at a stop just before the signal take beyond the usual: who waits for green there stands at a stop. */
    private static void standing(
            Function<StopKey, StopTimes> stops, Map<StopKey, double[]> near, int day, Asked asked, Grid lost) {
        near.forEach((stop, usual) -> {
            StopTimes times = stops.apply(stop);
            for (int hour = 0; times != null && hour < Hours.ALL; hour++) {
                if (asked.hour(hour) && times.halts[hour] > 0 && !Double.isNaN(usual[hour])) {
                    lost.add(day, hour, times.halts[hour] * (times.seconds(hour) - usual[hour]));
                }
            }
        });
    }

    private static void running(
            Function<String, StreetTimes> streets,
            Layout.Approach approach,
            int day,
            double[] pace,
            Asked asked,
            Grid lost,
            Grid buses) {
        // Days are asked for of no street that lies farther back: most of what an approach is compared with does.
        StreetTimes[] all = times(streets, approach, (int) approach.cells().stream()
                .filter(cell -> cell.away() < Layout.BEFORE_SIGNAL)
                .count());
        StreetTimes last = all.length == 0 ? null : all[0];
        for (int hour = 0; last != null && hour < Hours.ALL; hour++) {
            if (!asked.hour(hour) || last.passes[hour] == 0) {
                continue;
            }
            double seconds = 0;
            for (int i = 0; i < all.length; i++) {
                Layout.CellOf cell = approach.cells().get(i);
                if (all[i] != null && all[i].passes[hour] > 0) {
                    seconds += all[i].seconds(hour, cell.cell()) - pace[hour];
                }
            }
            lost.add(day, hour, last.passes[hour] * seconds);
            buses.add(day, hour, last.passes[hour]);
        }
    }
}
