package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.StopPattern;

/** What every pattern's way has on it: streets, corridors, areas, signals. Found when first asked for; for all threads. */
public final class Ground {
    private final StreetNet net;
    private final List<DrawnCorridor> corridors;
    private final List<Area> areas;
    private final Signals signals;
    private final Map<Long, List<Stretch>> alongCorridors = new ConcurrentHashMap<>();
    private final Map<Long, List<Stretch>> insideAreas = new ConcurrentHashMap<>();
    private final Map<Long, List<Signals.Mark>> atSignals = new ConcurrentHashMap<>();

    public Ground(StreetNet net, List<DrawnCorridor> corridors, List<Area> areas, List<Signal> signals) {
        this.net = net;
        this.corridors = List.copyOf(corridors);
        this.areas = List.copyOf(areas);
        this.signals = new Signals(signals, net);
    }

    public StreetNet net() {
        return net;
    }

    public List<DrawnCorridor> drawnCorridors() {
        return corridors;
    }

    public List<Area> allAreas() {
        return areas;
    }

    /** The streets of a pattern, covering its way from beginning to end. */
    public List<Stretch> streets(StopPattern pattern) {
        return net.along(pattern);
    }

    /** What of it follows drawn corridors; corridors may overlap. */
    public List<Stretch> corridors(StopPattern pattern) {
        return once(alongCorridors, pattern, line -> all(corridors, corridor -> corridor.along(line)));
    }

    /** What of it lies in areas; areas may overlap. */
    public List<Stretch> areas(StopPattern pattern) {
        return once(insideAreas, pattern, line -> all(areas, area -> area.along(line)));
    }

    /** The signals on it, in order. */
    public List<Signals.Mark> signals(StopPattern pattern) {
        return once(atSignals, pattern, signals::along);
    }

    /** The ids of the areas that a place lies in. */
    public List<String> areasAt(double lat, double lon) {
        return areas.stream()
                .filter(area -> area.contains(lat, lon))
                .map(Area::id)
                .toList();
    }

    private static <T> List<T> once(Map<Long, List<T>> known, StopPattern pattern, Function<Polyline, List<T>> find) {
        Polyline line = pattern.shape().line();
        return known.computeIfAbsent(line.fingerprint(), print -> List.copyOf(find.apply(line)));
    }

    private static <F> List<Stretch> all(List<F> features, Function<F, List<Stretch>> along) {
        List<Stretch> stretches = new ArrayList<>();
        features.forEach(feature -> stretches.addAll(along.apply(feature)));
        return stretches;
    }
}
