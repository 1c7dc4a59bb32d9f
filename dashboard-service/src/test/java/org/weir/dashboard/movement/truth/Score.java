package org.weir.dashboard.movement.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.weir.city.flaw.TruthDay;
import org.weir.city.sim.StopEvent;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;

/**
 * How near what was reckoned comes to the truth. At a trip's first stop departures are compared, for what a bus waits
 * before its trip is no part of it; everywhere else arrivals.
 */
final class Score {
    private record Key(String date, String trip, String vehicle) {}

    /** What one visit is compared with. */
    private record Pair(StopEvent truth, StopVisit visit) {}

    final List<Double> arrivals = new ArrayList<>();
    /** Without the first stops, where a straight line has nothing to go by. */
    final List<Double> later = new ArrayList<>();

    final List<Double> departures = new ArrayList<>();
    final List<Double> headways = new ArrayList<>();
    final List<Double> segments = new ArrayList<>();
    final List<Double> runs = new ArrayList<>();
    int expected;
    int found;
    int invented;
    double bias;

    private final Map<Key, Map<Integer, StopVisit>> visits = new HashMap<>();
    private final Map<String, List<Pair>> atStop = new TreeMap<>();
    private final Map<String, double[]> running = new TreeMap<>();

    static Score of(TruthDay day, Collection<TripRun> runs) {
        Score score = new Score();
        for (TripRun run : runs) {
            Map<Integer, StopVisit> stops = new HashMap<>();
            run.visits().forEach(v -> stops.put(v.index(), v));
            TripRun.Key k = run.key();
            score.visits.put(new Key(k.date().toString(), k.trip(), k.vehicle()), stops);
        }
        score.compare(day);
        score.headways();
        score.running.values().forEach(s -> score.segments.add(Math.abs(s[0] - s[1]) / s[1]));
        return score;
    }

    private void compare(TruthDay day) {
        Set<Key> trips = new HashSet<>();
        Map<Key, Pair> before = new HashMap<>();
        for (StopEvent event : day.stops()) {
            Key key = new Key(event.serviceDate().toString(), event.tripId(), event.vehicleId());
            trips.add(key);
            expected++;
            StopVisit visit = visits.getOrDefault(key, Map.of()).get(event.sequence() - 1);
            Pair pair = visit == null ? null : new Pair(event, visit);
            if (pair != null) {
                one(pair, before.get(key));
            }
            before.put(key, pair);
        }
        visits.forEach((key, stops) -> invented += trips.contains(key) ? 0 : stops.size());
    }

    private void one(Pair pair, Pair before) {
        found++;
        StopEvent truth = pair.truth();
        StopVisit visit = pair.visit();
        boolean first = visit.index() == 0;
        double off = first ? visit.departure() - truth.departure() : visit.arrival() - truth.arrival();
        arrivals.add(Math.abs(off));
        bias += off;
        if (!first) {
            later.add(Math.abs(off));
        }
        departures.add(Math.abs(visit.departure() - truth.departure()));
        String place = truth.tripId().replaceAll("-[0-9]{4}.*$", "") + '>' + truth.stopId();
        atStop.computeIfAbsent(place, p -> new ArrayList<>()).add(pair);
        if (before != null && !first) {
            double said = visit.arrival() - before.visit().departure();
            double was = truth.arrival() - before.truth().departure();
            runs.add(Math.abs(said - was) / was);
            double[] sums = running.computeIfAbsent(before.truth().stopId() + '>' + place, p -> new double[2]);
            sums[0] += said;
            sums[1] += was;
        }
    }

    /** Between buses of one route and direction at a stop, in order of what truly happened. */
    private void headways() {
        for (List<Pair> pairs : atStop.values()) {
            pairs.sort((a, b) -> Double.compare(when(a.truth()), when(b.truth())));
            for (int i = 1; i < pairs.size(); i++) {
                double was = when(pairs.get(i).truth()) - when(pairs.get(i - 1).truth());
                double said = pairs.get(i).visit().departure()
                        - pairs.get(i - 1).visit().departure();
                headways.add(Math.abs(said - was));
            }
        }
    }

    private static double when(StopEvent event) {
        return event.departure();
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
    }

    static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    double foundShare() {
        return found / (double) expected;
    }

    double inventedShare() {
        return invented / (double) Math.max(1, found + invented);
    }

    @Override
    public String toString() {
        return String.format(
                "found %.3f%% invented %.3f%% | arrival MAE %.2f s p95 %.2f bias %+.2f | departure MAE %.2f | headway MAE"
                        + " %.2f | segment running time: single %.1f%%, of the day's mean %.2f%% (medians)",
                100 * foundShare(),
                100 * inventedShare(),
                mean(arrivals),
                quantile(arrivals, 0.95),
                bias / Math.max(1, found),
                mean(departures),
                mean(headways),
                100 * quantile(runs, 0.5),
                100 * quantile(segments, 0.5));
    }
}
