package org.weir.city.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.weir.city.chance.Dice;
import org.weir.city.geo.Line;
import org.weir.city.geo.Point;
import org.weir.city.network.City;
import org.weir.city.network.Frequency;
import org.weir.city.network.Pattern;
import org.weir.city.network.Planted;
import org.weir.city.network.Route;
import org.weir.city.street.Block;
import org.weir.city.street.Street;

/** Where something can be planted: how many buses pass each block, and what is planted already. */
final class Ground {
    /** So far apart that one place's queue is not another's. */
    private static final double APART = 450;

    final City city;
    final Dice dice;
    private final double[] passing;
    private final Set<Integer> taken = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();

    Ground(City city) {
        this.city = city;
        dice = new Dice(city.seed()).of("planted");
        passing = new double[city.streets().blocks().size()];
        for (Route route : city.routes()) {
            for (Pattern pattern : route.patterns()) {
                // A trip ends on its last block, so nothing at that block's end touches it.
                List<Block> blocks =
                        pattern.blocks().subList(0, pattern.blocks().size() - 1);
                blocks.forEach(b -> passing[b.id()] += hourly(route.frequency()));
            }
        }
    }

    /** Buses an hour at noon on a weekday. */
    private static double hourly(Frequency frequency) {
        return switch (frequency) {
            case TRUNK -> 60 / 7.0;
            case MAIN -> 60 / 9.0;
            case LOCAL -> 60 / 12.0;
            case EXPRESS -> 60 / 24.0;
        };
    }

    double passing(Block block) {
        return passing[block.id()];
    }

    boolean arterial(Block block) {
        return city.streets().street(block).kind() == Street.Kind.ARTERIAL;
    }

    boolean free(Block block) {
        return !taken.contains(block.id());
    }

    boolean farFromAll(Point point) {
        return lines.stream().allMatch(line -> line.distanceTo(point) > APART);
    }

    Planted take(Planted planted) {
        taken.addAll(planted.blocks());
        lines.addAll(planted.lines());
        return planted;
    }

    /** The same things in an order that the seed decides. */
    <T> List<T> shuffled(List<T> things, long salt, ToLongFunction<T> key) {
        return things.stream()
                .sorted(Comparator.comparingDouble(t -> dice.uniform(salt, key.applyAsLong(t), 0)))
                .toList();
    }

    /** Blocks of one street and direction in a row, each fit, as long as they go on. */
    List<List<Block>> chains(Predicate<Block> fit) {
        List<List<Block>> chains = new ArrayList<>();
        Set<Integer> follows = new HashSet<>();
        for (Block block : city.streets().blocks()) {
            Block next = fit.test(block) ? next(block, fit) : null;
            if (next != null) {
                follows.add(next.id());
            }
        }
        for (Block block : city.streets().blocks()) {
            if (fit.test(block) && !follows.contains(block.id())) {
                List<Block> chain = new ArrayList<>();
                for (Block b = block; b != null; b = next(b, fit)) {
                    chain.add(b);
                }
                chains.add(chain);
            }
        }
        return chains;
    }

    private Block next(Block block, Predicate<Block> fit) {
        for (Block next : city.streets().leaving().get(block.to())) {
            if (next.street() == block.street() && next.to() != block.from() && fit.test(next)) {
                return next;
            }
        }
        return null;
    }

    static double length(List<Block> chain) {
        return chain.stream().mapToDouble(b -> b.line().length()).sum();
    }

    static Line line(List<Block> chain) {
        List<Point> points = new ArrayList<>();
        for (Block block : chain) {
            for (int i = 0; i < block.line().size(); i++) {
                points.add(block.line().point(i));
            }
        }
        return new Line(points);
    }

    /** "Grand Avenue from Quay Street to Wharf Street, northbound". */
    String name(List<Block> chain) {
        Block first = chain.get(0);
        Block last = chain.get(chain.size() - 1);
        return "%s from %s to %s, %s"
                .formatted(
                        city.streets().street(first).name(),
                        cross(first, first.from()),
                        cross(last, last.to()),
                        towards(Ground.line(chain)));
    }

    String cross(Block block, int crossing) {
        String on = city.streets().street(block).name();
        return city.streets().names(city.streets().crossings().get(crossing)).stream()
                .filter(n -> !n.equals(on))
                .findFirst()
                .orElse("a bend");
    }

    static String towards(Line line) {
        Point from = line.point(0);
        Point to = line.point(line.size() - 1);
        double bearing = Math.toDegrees(Math.atan2(to.x() - from.x(), to.y() - from.y())) + 360;
        return List.of("northbound", "eastbound", "southbound", "westbound")
                .get((int) Math.floor((bearing + 45) % 360 / 90));
    }
}
