package org.weir.dashboard.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.IntFunction;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.StopPattern;

/**
 * Headways at stops: between vehicles in the order in which they leave, whatever their trips, as riders meet them. At
 * last stops nobody boards. A trip that calls twice at one stop does so at two spots: its own second call is no headway.
 */
final class Headways {
    /** A stop, and which of a trip's calls there: 0 for the first. */
    private record Spot(String stop, int pass) {}

    /**
     * A vehicle leaves.
     *
     * @param moment POSIX seconds
     * @param planned the scheduled moment; NaN where it has none
     * @param who for an order where moments are equal
     */
    private record Call(double moment, double planned, String who) {}

    private static final Comparator<Call> ORDER =
            Comparator.comparingDouble(Call::moment).thenComparing(Call::who);

    /** Two times are the same scheduled moment, in seconds. */
    private static final double SAME = 0.5;

    private final Map<Spot, List<Call>> calls = new HashMap<>();
    private final Map<Spot, TreeMap<Double, Integer>> planned = new HashMap<>();
    /** By stop, how many of the days serve it. */
    private final Map<String, Set<Integer>> servedBy = new HashMap<>();

    private final List<Silence> silences = new ArrayList<>();
    /** Whether what is due at a moment is no longer to come. */
    private DoublePredicate past = due -> true;

    Headways(List<ServedDay> days) {
        for (int i = 0; i < days.size(); i++) {
            int which = i;
            ServedDay day = days.get(i);
            day.runs().forEach(run -> collect(day, which, run));
            day.scheduled().forEach(this::plan);
            past = past.and(day::past);
            silences.addAll(day.silences());
        }
        calls.values().forEach(each -> each.sort(ORDER));
    }

    private void collect(ServedDay day, int which, TripRun run) {
        StopPattern pattern = day.patterns().find(run.schedule(), run.pattern());
        int last = Timetable.last(pattern);
        for (StopVisit visit : run.visits()) {
            if (visit.index() == last) {
                continue;
            }
            int pass = pattern == null ? 0 : pass(i -> pattern.stops().get(i).id(), visit.index());
            double at = visit.scheduled() == StopVisit.UNSCHEDULED ? Double.NaN : day.begin() + visit.scheduled();
            calls.computeIfAbsent(new Spot(visit.stop(), pass), s -> new ArrayList<>())
                    .add(new Call(
                            visit.departure(),
                            at,
                            run.key().vehicle() + ' ' + run.key().trip()));
            servedBy.computeIfAbsent(visit.stop(), s -> new HashSet<>()).add(which);
        }
    }

    private void plan(ScheduledTrip trip) {
        for (int i = 0; i < trip.stops().size() - 1; i++) {
            planned.computeIfAbsent(new Spot(trip.stops().get(i), pass(trip.stops()::get, i)), s -> new TreeMap<>())
                    .merge(trip.departs()[i], 1, Integer::sum);
        }
    }

    /** How often a trip has called at the same stop before. */
    private static int pass(IntFunction<String> stops, int index) {
        String stop = stops.apply(index);
        int before = 0;
        for (int i = 0; i < index; i++) {
            before += stops.apply(i).equals(stop) ? 1 : 0;
        }
        return before;
    }

    void addTo(Sheets sheets) {
        calls.forEach((spot, each) -> observed(spot, each, sheets, true));
        planned.forEach((spot, each) -> scheduled(spot, each, sheets, true));
    }

    /** Only where several of the days meet. */
    void addCombinedTo(Sheets sheets) {
        calls.forEach((spot, each) -> {
            if (servedBy.get(spot.stop()).size() > 1) {
                observed(spot, each, sheets, false);
                scheduled(spot, planned.getOrDefault(spot, new TreeMap<>()), sheets, false);
            }
        });
    }

    private void observed(Spot spot, List<Call> inOrder, Sheets sheets, boolean route) {
        TreeMap<Double, Integer> plan = planned.getOrDefault(spot, new TreeMap<>());
        for (int i = 1; i < inOrder.size(); i++) {
            Call before = inOrder.get(i - 1);
            Call call = inOrder.get(i);
            if (silent(before.moment(), call.moment())) {
                continue;
            }
            double headway = call.moment() - before.moment();
            double due = due(plan, call);
            add(sheets, spot, route, call.moment(), Quantity.HEADWAY, headway);
            if (due > 0) {
                add(sheets, spot, route, call.moment(), Quantity.HEADWAY_RATIO, headway / due);
                add(sheets, spot, route, call.moment(), Quantity.HEADWAY_OVER, headway - due);
            }
        }
    }

    private void scheduled(Spot spot, TreeMap<Double, Integer> plan, Sheets sheets, boolean route) {
        double before = Double.NaN;
        for (Map.Entry<Double, Integer> each : plan.entrySet()) {
            double moment = each.getKey();
            if (!past.test(moment)) {
                return;
            }
            if (!Double.isNaN(before)) {
                add(sheets, spot, route, moment, Quantity.SCHEDULED_HEADWAY, moment - before);
            }
            // Two that are to leave at once have no headway between them, and nobody waits in it.
            for (int again = 1; again < each.getValue(); again++) {
                add(sheets, spot, route, moment, Quantity.SCHEDULED_HEADWAY, 0);
            }
            before = moment;
        }
    }

    /** The scheduled headway before a call's own trip; without one, the one that its moment lies in; NaN without that. */
    private static double due(TreeMap<Double, Integer> plan, Call call) {
        Double own = Double.isNaN(call.planned()) ? null : plan.floorKey(call.planned() + SAME);
        boolean found = own != null && call.planned() - own <= SAME;
        Double to = found ? own : plan.ceilingKey(call.moment());
        Double from = to == null ? null : plan.lowerKey(to);
        return from == null ? Double.NaN : to - from;
    }

    private boolean silent(double from, double to) {
        for (Silence silence : silences) {
            if (silence.from() >= from && silence.to() <= to) {
                return true;
            }
        }
        return false;
    }

    private static void add(Sheets sheets, Spot spot, boolean route, double moment, Quantity quantity, double value) {
        if (route) {
            sheets.addWithRoute(Place.stop(spot.stop()), moment, quantity, value);
        } else {
            sheets.at(Place.stop(spot.stop()), moment).add(quantity, value);
        }
    }
}
