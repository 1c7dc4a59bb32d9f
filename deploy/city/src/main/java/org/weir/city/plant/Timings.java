package org.weir.city.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weir.city.network.Pattern;
import org.weir.city.network.Planted;
import org.weir.city.network.Planted.Kind;
import org.weir.city.street.Block;

/** Finds parts of routes whose timetable can be wrong without the streets being so. */
final class Timings {
    /** From timepoint to timepoint, in stops. */
    private static final int TIGHT = 15;

    private static final int SLACK = 5;

    private final Ground ground;
    private final Set<String> routes = new HashSet<>();

    Timings(Ground ground) {
        this.ground = ground;
    }

    /** @param first the stop before the part, 0 for the trip's first; @param last the part's last stop */
    private record Part(Pattern pattern, int first, int last, double taken) {}

    List<Planted> schedules(int count) {
        return find("schedule", Kind.SCHEDULE, TIGHT, count);
    }

    List<Planted> holdings(int count) {
        return find("holding", Kind.HOLDING, SLACK, count);
    }

    /** Where least else is planted; one part a route. */
    private List<Planted> find(String id, Kind kind, int stops, int count) {
        List<Planted> found = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            List<Part> parts = new ArrayList<>();
            for (Pattern pattern : ground.city.patterns()) {
                if (!routes.contains(pattern.route())) {
                    parts(pattern, stops, parts);
                }
            }
            Part best =
                    ground
                            .shuffled(
                                    parts,
                                    kind.ordinal(),
                                    p -> 100L * p.pattern.blocks().get(0).id() + p.first)
                            .stream()
                            .min(Comparator.comparingDouble(Part::taken))
                            .orElseThrow(() -> new IllegalStateException("no route is left for " + id));
            routes.add(best.pattern.route());
            found.add(ground.take(planted(id + "-" + n, kind, best)));
        }
        return found;
    }

    private void parts(Pattern pattern, int stops, List<Part> to) {
        for (int first = 0; first + stops < pattern.stops().size() - 3; first += 5) {
            int last = first + stops;
            List<Block> blocks = blocks(pattern, first, last);
            double taken = blocks.stream().filter(b -> !ground.free(b)).count() / (double) blocks.size();
            to.add(new Part(pattern, first, last, taken));
        }
    }

    private static List<Block> blocks(Pattern pattern, int first, int last) {
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < pattern.blocks().size(); b++) {
            double start = pattern.blockStarts()[b];
            double end = start + pattern.blocks().get(b).line().length();
            if (end > pattern.stopDistances()[first] && start < pattern.stopDistances()[last]) {
                blocks.add(pattern.blocks().get(b));
            }
        }
        return blocks;
    }

    private Planted planted(String id, Kind kind, Part part) {
        Pattern pattern = part.pattern;
        String name = "Route %s towards %s, from %s to %s"
                .formatted(
                        pattern.route(),
                        pattern.headsign(),
                        pattern.stops().get(part.first).name(),
                        pattern.stops().get(part.last).name());
        return new Planted(
                id,
                kind,
                name,
                "Route " + pattern.route(),
                List.of(pattern.shape().part(pattern.stopDistances()[part.first], pattern.stopDistances()[part.last])),
                blocks(pattern, part.first, part.last).stream().map(Block::id).toList(),
                -1,
                pattern.stops().get(part.last).id(),
                pattern.id(),
                -1);
    }
}
