package org.weir.dashboard.schedule.gtfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onebusaway.gtfs.model.Agency;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.Route;
import org.weir.dashboard.schedule.ScheduleContent;
import org.weir.dashboard.schedule.Shape;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.StopPlacement;
import org.weir.dashboard.schedule.Trip;

/** Makes a schedule's content of what was collected: trips of equal stops and shape share one pattern. */
final class ContentBuilder {
    private final Collector from;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<PatternKey, List<Draft>> byPattern = new LinkedHashMap<>();
    private final Map<OffsetsKey, int[]> offsets = new HashMap<>();
    private int withoutShape;
    private int tooShort;

    private record PatternKey(String route, int direction, String shape, List<Integer> stops) {}

    private record Draft(org.onebusaway.gtfs.model.Trip trip, StopTimes times) {}

    private record OffsetsKey(int[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof OffsetsKey key && Arrays.equals(values, key.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    ContentBuilder(Collector from) {
        this.from = from;
    }

    ScheduleContent build() {
        from.shapes.forEach((id, points) -> {
            Polyline line = points.line();
            if (line != null) {
                shapes.put(id, new Shape(id, line));
            }
        });
        from.getAllTrips().forEach(this::draft);
        List<StopPattern> patterns = new ArrayList<>();
        Map<String, Trip> trips = new HashMap<>();
        byPattern.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
                .forEach(e -> {
                    StopPattern pattern = pattern(patterns.size(), e.getKey());
                    patterns.add(pattern);
                    e.getValue().forEach(draft -> {
                        Trip trip = trip(pattern, draft);
                        trips.put(trip.id(), trip);
                    });
                });
        Agency agency = from.getAllAgencies().iterator().next();
        Map<String, Stop> stops = new TreeMap<>();
        from.stops.forEach(stop -> stops.put(stop.id(), stop));
        return new ScheduleContent(
                agency.getName(),
                GtfsArchive.zone(agency),
                routes(),
                stops,
                List.copyOf(patterns),
                trips,
                from.days,
                warnings());
    }

    private void draft(org.onebusaway.gtfs.model.Trip trip) {
        StopTimes times = from.times.get(trip.getId().getId());
        if (times == null || times.size() < 2) {
            tooShort++;
            return;
        }
        times.complete();
        List<Integer> stops = new ArrayList<>(times.size());
        for (int i = 0; i < times.size(); i++) {
            stops.add(times.stop(i));
        }
        String shape = trip.getShapeId() == null ? null : trip.getShapeId().getId();
        if (shape == null || !shapes.containsKey(shape)) {
            withoutShape++;
            shape = null;
        }
        var key = new PatternKey(trip.getRoute().getId().getId(), direction(trip), shape, List.copyOf(stops));
        byPattern.computeIfAbsent(key, k -> new ArrayList<>()).add(new Draft(trip, times));
    }

    private static int direction(org.onebusaway.gtfs.model.Trip trip) {
        return "1".equals(trip.getDirectionId()) ? 1 : 0;
    }

    private StopPattern pattern(int ordinal, PatternKey key) {
        List<Stop> stops = key.stops().stream().map(from.stops::get).toList();
        if (key.shape() != null) {
            Shape shape = shapes.get(key.shape());
            double[] at = StopPlacement.along(shape.line(), stops);
            return new StopPattern(ordinal, key.route(), key.direction(), shape, stops, at);
        }
        // No shape: the stops are the way.
        Polyline line = new Polyline(
                stops.stream().mapToDouble(Stop::lat).toArray(),
                stops.stream().mapToDouble(Stop::lon).toArray());
        double[] at = new double[stops.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = line.vertex(i);
        }
        Shape shape = new Shape("stops:" + ordinal, line);
        return new StopPattern(ordinal, key.route(), key.direction(), shape, stops, at);
    }

    private Trip trip(StopPattern pattern, Draft draft) {
        int start = draft.times().time(0);
        int[] values = new int[draft.times().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = draft.times().time(i) - start;
        }
        int[] one = offsets.computeIfAbsent(new OffsetsKey(values), key -> values);
        return new Trip(
                draft.trip().getId().getId(),
                pattern,
                draft.trip().getServiceId().getId(),
                start,
                one);
    }

    private Map<String, Route> routes() {
        Map<String, TreeMap<Integer, Map<String, Integer>>> signs = new HashMap<>();
        byPattern.forEach((key, drafts) -> drafts.forEach(draft -> {
            String sign = draft.trip().getTripHeadsign();
            signs.computeIfAbsent(key.route(), r -> new TreeMap<>())
                    .computeIfAbsent(key.direction(), d -> new TreeMap<>())
                    .merge(sign == null ? "" : sign, 1, Integer::sum);
        }));
        Map<String, Route> routes = new LinkedHashMap<>();
        from.getAllRoutes().stream()
                .sorted(Comparator.comparing(org.onebusaway.gtfs.model.Route::getSortOrder)
                        .thenComparing(r -> naturally(r.getShortName()))
                        .thenComparing(r -> r.getId().getId()))
                .forEach(r -> routes.put(
                        r.getId().getId(), route(r, signs.get(r.getId().getId()))));
        return routes;
    }

    /** So that route 2 comes before route 10. */
    private static String naturally(String name) {
        if (name == null) {
            return "";
        }
        boolean number = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? "0".repeat(Math.max(0, 8 - name.length())) + name : name;
    }

    private static Route route(org.onebusaway.gtfs.model.Route r, TreeMap<Integer, Map<String, Integer>> signs) {
        List<Route.Direction> directions = new ArrayList<>();
        if (signs != null) {
            signs.forEach((direction, counts) -> {
                String most = counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
                directions.add(new Route.Direction(direction, most.isEmpty() ? null : most));
            });
        }
        return new Route(
                r.getId().getId(),
                r.getShortName(),
                r.getLongName(),
                r.getColor(),
                r.getTextColor(),
                r.getType(),
                List.copyOf(directions));
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (withoutShape > 0) {
            warnings.add(withoutShape + " trips have no shape; the straight lines between their stops stand in.");
        }
        if (tooShort > 0) {
            warnings.add(tooShort + " trips have fewer than two stop times and are left out.");
        }
        if (from.flexible > 0) {
            warnings.add(from.flexible + " stop times are at areas, not at stops, and are left out.");
        }
        if (from.days.from() == null) {
            warnings.add("No service runs on any date.");
        }
        return List.copyOf(warnings);
    }
}
