package org.weir.city.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weir.city.network.City;
import org.weir.city.network.Pattern;
import org.weir.city.network.Planted;
import org.weir.city.network.Planted.Kind;
import org.weir.city.network.Route;
import org.weir.city.network.Stop;
import org.weir.city.street.Block;
import org.weir.city.street.Crossing;
import org.weir.city.street.Signal;
import org.weir.city.street.Streets;

/** Makes the changes to streets, signals, stops and timetables that planted places stand for. */
final class Changes {
    /** Part of the limit that is lost at the busiest; 0.22–0.48 elsewhere. */
    private static final double LANE = 0.72;

    private static final double FEW_BUSES = 0.8;
    /** Seconds: red for more than four fifths of it. Half a cycle more than any other, so that no neighbour keeps step with it. */
    private static final double LONG_CYCLE = 150;

    private static final double SHORT_GREEN = 27;
    /** Seconds by which a halt takes longer. */
    private static final double TROUBLE = 45;
    /** Of the time that buses need. */
    private static final double TIGHT = 0.66;

    private static final double SLACK = 1.6;

    private final City city;
    private final List<Planted> planted;

    private Changes(City city, List<Planted> planted) {
        this.city = city;
        this.planted = planted;
    }

    /** A city with what is planted in it. */
    static City made(City city, List<Planted> planted) {
        return new Changes(city, planted).made();
    }

    private City made() {
        Streets streets = streets();
        return new City(
                city.seed(),
                city.agency(),
                city.name(),
                city.zone(),
                city.plane(),
                streets,
                city.stops().stream().map(this::stop).toList(),
                city.routes().stream().map(route -> route(route, streets)).toList(),
                planted);
    }

    private Streets streets() {
        Streets before = city.streets();
        List<Block> blocks = new ArrayList<>(before.blocks());
        List<Crossing> crossings = new ArrayList<>(before.crossings());
        for (Planted place : planted) {
            switch (place.kind()) {
                // The corridor is as slow as the plan of the city made it.
                case LANE -> place.blocks().forEach(b -> blocks.set(b, congested(blocks.get(b), LANE)));
                case FEW_BUSES -> place.blocks().forEach(b -> blocks.set(b, congested(blocks.get(b), FEW_BUSES)));
                case SIGNAL ->
                    crossings.set(
                            place.crossing(),
                            signal(
                                    crossings.get(place.crossing()),
                                    blocks.get(place.blocks().get(0)).northSouth()));
                default -> {}
            }
        }
        List<List<Block>> leaving = before.leaving().stream()
                .map(list -> list.stream().map(b -> blocks.get(b.id())).toList())
                .toList();
        return new Streets(before.streets(), List.copyOf(crossings), List.copyOf(blocks), leaving);
    }

    private static Block congested(Block block, double congestion) {
        return block.congestion() > 0.6
                ? block
                : new Block(
                        block.id(),
                        block.street(),
                        block.from(),
                        block.to(),
                        block.line(),
                        block.limit(),
                        congestion,
                        block.northSouth());
    }

    private static Crossing signal(Crossing crossing, boolean starveNorthSouth) {
        Signal signal = new Signal(
                LONG_CYCLE, crossing.signal().offset(), starveNorthSouth ? SHORT_GREEN : LONG_CYCLE - SHORT_GREEN);
        return new Crossing(crossing.id(), crossing.u(), crossing.v(), crossing.point(), signal);
    }

    private Stop stop(Stop stop) {
        boolean bad =
                planted.stream().anyMatch(p -> p.kind() == Kind.STOP && p.stop().equals(stop.id()));
        return !bad
                ? stop
                : new Stop(
                        stop.id(),
                        stop.name(),
                        stop.towards(),
                        stop.block(),
                        stop.along(),
                        stop.point(),
                        stop.weight(),
                        TROUBLE);
    }

    private Route route(Route route, Streets streets) {
        List<Pattern> patterns =
                route.patterns().stream().map(p -> pattern(p, streets)).toList();
        return new Route(
                route.id(),
                route.shortName(),
                route.longName(),
                route.color(),
                route.textColor(),
                route.frequency(),
                patterns);
    }

    private Pattern pattern(Pattern pattern, Streets streets) {
        return new Pattern(
                pattern.id(),
                pattern.route(),
                pattern.direction(),
                pattern.headsign(),
                pattern.blocks().stream().map(b -> streets.blocks().get(b.id())).toList(),
                pattern.blockStarts(),
                pattern.stops().stream().map(this::stop).toList(),
                pattern.stopDistances(),
                pace(pattern),
                pattern.shape());
    }

    private double[] pace(Pattern pattern) {
        double[] pace = pattern.pace().clone();
        for (Planted place : planted) {
            if (pattern.id().equals(place.pattern())) {
                int last = 0;
                while (!pattern.stops().get(last).id().equals(place.stop())) {
                    last++;
                }
                double from =
                        pattern.stopDistances()[last] - place.lines().get(0).length();
                int first = last;
                while (first > 0 && pattern.stopDistances()[first - 1] > from - 1) {
                    first--;
                }
                Arrays.fill(pace, first + 1, last + 1, place.kind() == Kind.SCHEDULE ? TIGHT : SLACK);
            }
        }
        return pace;
    }
}
