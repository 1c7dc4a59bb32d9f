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
    private final Span span;
    private final Faults faults;

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
        this.faults = from.faults;
        this.span = Span.of(from);
    }

    /** @throws org.weir.schemas.problem.Refusal where it has no trip that can be used */
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
                    e.getValue().forEach(draft -> departures(pattern, draft, trips));
                });
        if (trips.isEmpty()) {
            throw GtfsArchive.unreadable("None of its trips can be used. " + String.join(" ", faults.sentences()));
        }
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
                span.from(),
                span.to(),
                from.days,
                warnings());
    }

    private void draft(org.onebusaway.gtfs.model.Trip trip) {
        StopTimes times = from.times.get(trip.getId().getId());
        Fault fault = times == null || times.size() < 2 ? Fault.TOO_SHORT : times.complete();
        if (fault != null) {
            faults.count(fault);
            return;
        }
        List<Integer> stops = new ArrayList<>(times.size());
        for (int i = 0; i < times.size(); i++) {
            stops.add(times.stop(i));
        }
        String shape = trip.getShapeId() == null ? null : trip.getShapeId().getId();
        if (shape == null || !shapes.containsKey(shape)) {
            faults.count(Fault.NO_SHAPE);
            shape = null;
        }
        var key = new PatternKey(trip.getRoute().getId().getId(), direction(trip), shape, List.copyOf(stops));
        byPattern.computeIfAbsent(key, k -> new ArrayList<>()).add(new Draft(trip, times));
    }

    private int direction(org.onebusaway.gtfs.model.Trip trip) {
        boolean back = "1".equals(trip.getDirectionId());
        if (!back && !"0".equals(trip.getDirectionId())) {
            faults.count(Fault.NO_DIRECTION);
        }
        return back ? 1 : 0;
    }

    private StopPattern pattern(int ordinal, PatternKey key) {
        List<Stop> stops = key.stops().stream().map(from.stops::get).toList();
        Shape shape = key.shape() == null ? null : shapes.get(key.shape());
        if (shape != null && StopPlacement.far(shape.line(), stops) * 2 <= stops.size()) {
            faults.count(Fault.FAR_STOP, StopPlacement.far(shape.line(), stops));
            double[] at = StopPlacement.along(shape.line(), stops);
            return new StopPattern(ordinal, key.route(), key.direction(), shape, stops, at);
        }
        faults.count(Fault.WRONG_SHAPE, shape == null ? 0 : 1);
        return alongStops(ordinal, key, stops);
    }

    /** No shape, or one that is elsewhere: the stops are the way. */
    private static StopPattern alongStops(int ordinal, PatternKey key, List<Stop> stops) {
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

    /** A trip, or every departure of one that runs by frequency. */
    private void departures(StopPattern pattern, Draft draft, Map<String, Trip> trips) {
        int start = draft.times().time(0);
        int[] values = new int[draft.times().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = draft.times().time(i) - start;
        }
        int[] one = offsets.computeIfAbsent(new OffsetsKey(values), key -> values);
        String id = draft.trip().getId().getId();
        String service = draft.trip().getServiceId().getId();
        String block = draft.trip().getBlockId();
        if (from.frequencies.of(id)) {
            from.frequencies.each(id, (at, frequency) -> {
                if (at + values[values.length - 1] > StopTimes.LATEST) {
                    faults.count(Fault.TOO_LATE);
                    return;
                }
                String each = id + '@' + StopTimes.clock(at);
                trips.put(each, new Trip(each, pattern, service, at, one, block, frequency));
            });
        } else {
            trips.put(id, new Trip(id, pattern, service, start, one, block, null));
        }
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
                r.getAgency() == null ? "" : r.getAgency().getId(),
                r.getShortName(),
                r.getLongName(),
                r.getColor(),
                r.getTextColor(),
                r.getType(),
                List.copyOf(directions));
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(faults.sentences());
        if (from.getAllAgencies().stream().map(Agency::getTimezone).distinct().count() > 1) {
            warnings.add(
                    "Its agencies name several time zones, which GTFS does not allow; the first is taken for all.");
        }
        span.warning().ifPresent(warnings::add);
        if (from.days.from() == null) {
            warnings.add("No service runs on any date.");
        }
        return List.copyOf(warnings);
    }
}
