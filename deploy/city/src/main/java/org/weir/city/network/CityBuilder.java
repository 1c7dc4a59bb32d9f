package org.weir.city.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.city.chance.Dice;
import org.weir.city.geo.Line;
import org.weir.city.geo.Plane;
import org.weir.city.geo.Point;
import org.weir.city.street.Block;
import org.weir.city.street.Crossing;
import org.weir.city.street.MainCrossings;
import org.weir.city.street.StreetBuilder;
import org.weir.city.street.Streets;

/** Lays the planned routes on the streets. */
public final class CityBuilder {
    /** Hills of the northern Catskills, in New York's time zone; no town of this size stands there. */
    private static final Plane WHERE = new Plane(42.285, -74.655);
    /** Two stops of one route stand at least this far apart, else the second is passed. */
    private static final double NEAREST_STOPS = 150;

    private final Streets streets;
    private final StopPlacer stops;

    private CityBuilder(long seed, Agency agency) {
        streets = StreetBuilder.build(seed);
        stops = new StopPlacer(streets, agency, new Dice(seed).of(agency.dice()));
    }

    /** Riverton for a seed, with its own buses and nothing planted. */
    public static City build(long seed) {
        return build(seed, Agency.RIVERTON);
    }

    public static City build(long seed, Agency agency) {
        CityBuilder builder = new CityBuilder(seed, agency);
        Map<RoutePlan, List<List<Block>>> ways = new LinkedHashMap<>();
        for (RoutePlan plan : agency.plans()) {
            ways.put(plan, List.of(builder.way(plan.via(0)), builder.way(plan.via(1))));
        }
        builder.stops.place(ways.values().stream().flatMap(List::stream).toList());
        List<Route> routes = new ArrayList<>();
        ways.forEach((plan, both) -> routes.add(builder.route(plan, both)));
        List<Stop> served = routes.stream()
                .flatMap(r -> r.patterns().stream())
                .flatMap(p -> p.stops().stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(Stop::id))
                .toList();
        return new City(
                seed,
                agency,
                "Riverton",
                "America/New_York",
                WHERE,
                builder.streets,
                served,
                List.copyOf(routes),
                List.of());
    }

    private List<Block> way(int[][] via) {
        List<Block> way = new ArrayList<>();
        Crossing at = MainCrossings.at(streets, via[0][0], via[0][1]);
        for (int i = 1; i < via.length; i++) {
            Crossing to = MainCrossings.at(streets, via[i][0], via[i][1]);
            way.addAll(streets.way(at, to));
            at = to;
        }
        return way;
    }

    private Route route(RoutePlan plan, List<List<Block>> ways) {
        List<Pattern> patterns = List.of(pattern(plan, 0, ways.get(0)), pattern(plan, 1, ways.get(1)));
        return new Route(
                plan.number(),
                plan.number(),
                plan.name(),
                plan.color(),
                Contrast.textOn(plan.color()),
                plan.frequency(),
                patterns);
    }

    private Pattern pattern(RoutePlan plan, int direction, List<Block> way) {
        List<Point> points = new ArrayList<>();
        double[] starts = new double[way.size()];
        double length = 0;
        List<Stop> served = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            Block block = way.get(i);
            starts[i] = length;
            for (int p = 0; p < block.line().size(); p++) {
                points.add(block.line().point(p));
            }
            Stop stop = stops.on(block);
            if (stop != null) {
                double at = length + stop.along();
                boolean last = i == way.size() - 1;
                if (last && !distances.isEmpty() && at - distances.get(distances.size() - 1) < NEAREST_STOPS) {
                    served.remove(served.size() - 1);
                    distances.remove(distances.size() - 1);
                }
                if (distances.isEmpty() || last || at - distances.get(distances.size() - 1) >= NEAREST_STOPS) {
                    served.add(stop);
                    distances.add(at);
                }
            }
            length += block.line().length();
        }
        double first = distances.get(0);
        double[] along = distances.stream().mapToDouble(d -> d - first).toArray();
        for (int i = 0; i < starts.length; i++) {
            starts[i] -= first;
        }
        Line shape = new Line(points).part(first, distances.get(distances.size() - 1));
        return new Pattern(
                plan.number() + "-" + direction,
                plan.number(),
                direction,
                direction == 0 ? plan.to() : plan.from(),
                List.copyOf(way),
                starts,
                List.copyOf(served),
                along,
                ones(along.length),
                shape);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
