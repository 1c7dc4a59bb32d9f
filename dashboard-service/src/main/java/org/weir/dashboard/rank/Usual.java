package org.weir.dashboard.rank;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a halt takes at three of four stops around, by hour. Many stops have the same ones around. */
final class Usual {
    /** What most stops are. */
    private static final double MOST = 0.75;

    private final Evidence evidence;
    private final Map<Set<StopKey>, double[]> known = new HashMap<>();

    Usual(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Seconds; NaN in hours in which nobody halted around. */
    double[] of(Layout.StopPlace place) {
        return known.computeIfAbsent(place.near(), this::around);
    }

    private double[] around(Set<StopKey> stops) {
        StopTimes[] near =
                stops.stream().map(evidence::stop).filter(Objects::nonNull).toArray(StopTimes[]::new);
        double[] usual = new double[Hours.ALL];
        double[] each = new double[near.length];
        for (int hour = 0; hour < Hours.ALL; hour++) {
            for (int i = 0; i < near.length; i++) {
                each[i] = near[i].seconds(hour);
            }
            usual[hour] = Median.quantile(each, MOST);
        }
        return usual;
    }
}
