package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.PatternRef;
import org.weir.dashboard.street.Signals;
import org.weir.dashboard.street.Street;
import org.weir.dashboard.street.StreetNet;
import org.weir.dashboard.street.Stretch;

/** What lies where on the ways of all patterns: which street follows which, what leads up to a signal, who stops where. */
public final class Layout {
    /** How far before a signal its delay lies, in metres. */
    static final double BEFORE_SIGNAL = 150;

    /** A stop this near to a signal, in metres: who stands there may stand for either. */
    private static final double NEAR_SIDE = 50;

    /** How far back it is compared with, in metres. */
    private static final double LOOK_BACK = 400;

    /** A sharper turn ends a place, in degrees. */
    private static final double TURN = 60;

    private final StreetNet net;
    private final Map<String, Map<String, Integer>> onward = new HashMap<>();
    private final Map<ApproachKey, Approach> approaches = new LinkedHashMap<>();
    private final Map<StopKey, StopPlace> stops = new HashMap<>();
    private final Map<LineKey, StopPattern> lines = new HashMap<>();
    private final Map<Cell, List<StopPlace>> stopsOf = new HashMap<>();
    private final Map<String, List<Approach>> approachesOf = new HashMap<>();
    private final Map<StopKey, Set<String>> signalsAfter = new HashMap<>();

    private record ApproachKey(String signal, String street) {}

    private record Cell(String street, int cell) {}

    /** A cell of a street. */
    record CellOf(String street, int cell, double away) {}

    /**
     * What leads up to a signal.
     *
     * @param cells the nearest first; away: metres from a cell's end to the signal
     */
    record Approach(String signal, String street, double[][] line, List<CellOf> cells) {}

    /**
     * A stop on the ground.
     *
     * @param point longitude and latitude
     * @param cell of the street
     * @param near the stops of the same lines around it
     */
    record StopPlace(
            StopKey key, String name, double[] point, String street, int cell, Set<LineKey> lines, Set<StopKey> near) {}

    private Layout(Ground ground) {
        this.net = ground.net();
    }

    public static Layout of(Collection<Schedule> schedules, Ground ground) {
        Layout layout = new Layout(ground);
        for (Schedule schedule : schedules) {
            for (StopPattern pattern : schedule.content().patterns()) {
                LineKey line = new LineKey(schedule.feed().value(), pattern.route(), pattern.direction());
                List<Stretch> stretches = ground.streets(pattern);
                layout.follow(stretches);
                for (Signals.Mark mark : ground.signals(pattern)) {
                    layout.approach(pattern, stretches, mark);
                }
                layout.stops(line, pattern, stretches);
                StopPattern main = layout.lines.get(line);
                if (main == null
                        || schedule.trips(pattern).size() > schedule.trips(main).size()) {
                    layout.lines.put(line, pattern);
                }
            }
        }
        for (StopPlace stop : layout.stops.values()) {
            layout.stopsOf
                    .computeIfAbsent(new Cell(stop.street(), stop.cell()), c -> new ArrayList<>())
                    .add(stop);
        }
        for (Approach approach : layout.approaches.values()) {
            layout.approachesOf
                    .computeIfAbsent(approach.signal(), s -> new ArrayList<>())
                    .add(approach);
            layout.nearSide(approach).forEach(stop -> layout.signalsAfter
                    .computeIfAbsent(stop.key(), k -> new LinkedHashSet<>())
                    .add(approach.signal()));
        }
        return layout;
    }

    private void follow(List<Stretch> stretches) {
        for (int i = 0; i + 1 < stretches.size(); i++) {
            Street from = net.street(stretches.get(i).place());
            Street to = net.street(stretches.get(i + 1).place());
            if (from != to && straight(from, to)) {
                onward.computeIfAbsent(from.id(), s -> new HashMap<>()).merge(to.id(), 1, Integer::sum);
            }
        }
    }

    /** By where streets lead from end to end: the corner that ends a street is part of it. */
    private static boolean straight(Street from, Street to) {
        double turn = Math.abs(from.bearing() - to.bearing()) % 360;
        return Math.min(turn, 360 - turn) <= TURN;
    }

    private void approach(StopPattern pattern, List<Stretch> stretches, Signals.Mark mark) {
        List<CellOf> cells = new ArrayList<>();
        for (int i = stretches.size() - 1; i >= 0; i--) {
            Stretch stretch = stretches.get(i);
            if (stretch.from() >= mark.at() || stretch.to() <= mark.at() - LOOK_BACK) {
                continue;
            }
            int count = StreetTimes.cells(net.street(stretch.place()).metres());
            double metres = stretch.metres() / count;
            for (int c = count - 1; c >= 0; c--) {
                double away = mark.at() - stretch.from() - (c + 1) * metres;
                if (away > -metres / 2 && away < LOOK_BACK) {
                    cells.add(new CellOf(stretch.place(), c, away));
                }
            }
        }
        if (!cells.isEmpty()) {
            String street = cells.get(0).street();
            double from = Math.max(0, mark.at() - BEFORE_SIGNAL);
            approaches.computeIfAbsent(
                    new ApproachKey(mark.signal(), street),
                    key -> new Approach(
                            mark.signal(), street, pattern.shape().line().part(from, mark.at()), List.copyOf(cells)));
        }
    }

    private void stops(LineKey line, StopPattern pattern, List<Stretch> stretches) {
        int at = 0;
        List<StopKey> keys = pattern.stops().stream()
                .map(stop -> new StopKey(line.feed(), stop.id()))
                .toList();
        for (int k = 0; k < keys.size(); k++) {
            while (at + 1 < stretches.size() && stretches.get(at).to() <= pattern.at()[k]) {
                at++;
            }
            String street = stretches.isEmpty() ? "" : stretches.get(at).place();
            int cell = stretches.isEmpty() ? 0 : cell(stretches.get(at), pattern.at()[k]);
            int stop = k;
            StopPlace place = stops.computeIfAbsent(
                    keys.get(k),
                    key -> new StopPlace(
                            key,
                            pattern.stops().get(stop).name(),
                            pattern.shape().line().point(pattern.at()[stop]),
                            street,
                            cell,
                            new LinkedHashSet<>(),
                            new HashSet<>()));
            place.lines().add(line);
            place.near().addAll(keys.subList(1, Math.max(1, keys.size() - 1)));
        }
    }

    private int cell(Stretch stretch, double metres) {
        int cells = StreetTimes.cells(net.street(stretch.place()).metres());
        double share = (metres - stretch.from()) / stretch.metres();
        return (int) Math.max(0, Math.min(cells - 1, Math.floor(share * cells)));
    }

    /** The stops at the end of an approach, where buses halt and wait in one. */
    List<StopPlace> nearSide(Approach approach) {
        List<StopPlace> stops = new ArrayList<>();
        for (CellOf cell : approach.cells()) {
            if (cell.away() < NEAR_SIDE) {
                stops.addAll(stopsOf.getOrDefault(new Cell(cell.street(), cell.cell()), List.of()));
            }
        }
        return stops;
    }

    /** The street that most patterns go on to, straight ahead; null where there is none. */
    String next(String street) {
        return onward.getOrDefault(street, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** A street, or null where there is none of that id (any more). */
    public Street street(String id) {
        return net.street(id);
    }

    /** How many cells a street has; 0 where there is none of that id (any more). */
    int cells(String street) {
        return net.street(street) == null
                ? 0
                : StreetTimes.cells(net.street(street).metres());
    }

    /** The lines that run on a street. */
    List<LineKey> lines(String street) {
        return net.street(street).patterns().stream()
                .map(Layout::line)
                .distinct()
                .toList();
    }

    private static LineKey line(PatternRef pattern) {
        return new LineKey(pattern.feed().value(), pattern.route(), pattern.direction());
    }

    Collection<Approach> approaches() {
        return approaches.values();
    }

    /** What leads up to one signal. */
    List<Approach> approaches(String signal) {
        return approachesOf.getOrDefault(signal, List.of());
    }

    /** The signals that a stop is just before. */
    Set<String> signalsAfter(StopKey stop) {
        return signalsAfter.getOrDefault(stop, Set.of());
    }

    /** What a stop is called; its id where no pattern has it. */
    public String stopName(String feed, String stop) {
        StopPlace place = stops.get(new StopKey(feed, stop));
        return place == null ? stop : place.name();
    }

    StopPlace stop(StopKey key) {
        return stops.get(key);
    }

    /** Every line with the pattern that most of its trips take. */
    Map<LineKey, StopPattern> lines() {
        return lines;
    }
}
