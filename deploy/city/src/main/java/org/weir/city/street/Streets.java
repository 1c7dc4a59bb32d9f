package org.weir.city.street;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.weir.city.geo.Point;

/** The directed street graph: crossings and the blocks between them. Ids are positions in the lists. */
public record Streets(List<Street> streets, List<Crossing> crossings, List<Block> blocks, List<List<Block>> leaving) {
    /** A bus route keeps to main streets: a metre on a local one counts as two and a half. */
    private static final double LOCAL_WEIGHT = 2.5;

    public Street street(Block block) {
        return streets.get(block.street());
    }

    public Crossing from(Block block) {
        return crossings.get(block.from());
    }

    public Crossing to(Block block) {
        return crossings.get(block.to());
    }

    /** The crossing nearest to a place on the drawing board where two main streets meet. */
    public Crossing mainCrossing(double u, double v) {
        Crossing best = null;
        double nearest = Double.MAX_VALUE;
        for (Crossing crossing : crossings) {
            double distance = Math.hypot(crossing.u() - u, crossing.v() - v);
            if (distance < nearest && mainStreets(crossing) > 1) {
                nearest = distance;
                best = crossing;
            }
        }
        return best;
    }

    private long mainStreets(Crossing crossing) {
        return leaving.get(crossing.id()).stream()
                .filter(b -> street(b).kind() == Street.Kind.ARTERIAL)
                .mapToInt(Block::street)
                .distinct()
                .count();
    }

    /** The names of the streets that meet at a crossing, main streets first. */
    public List<String> names(Crossing crossing) {
        List<String> names = new ArrayList<>();
        for (Street.Kind kind : Street.Kind.values()) {
            for (Block block : leaving.get(crossing.id())) {
                Street street = street(block);
                if (street.kind() == kind && !names.contains(street.name())) {
                    names.add(street.name());
                }
            }
        }
        return names;
    }

    /** The shortest way for a bus (Dijkstra). @throws IllegalStateException where no street leads there */
    public List<Block> way(Crossing from, Crossing to) {
        double[] cost = new double[crossings.size()];
        Block[] by = new Block[crossings.size()];
        Arrays.fill(cost, Double.MAX_VALUE);
        cost[from.id()] = 0;
        record Entry(double cost, int crossing) {}
        PriorityQueue<Entry> open = new PriorityQueue<>(
                (a, b) -> a.cost != b.cost ? Double.compare(a.cost, b.cost) : Integer.compare(a.crossing, b.crossing));
        open.add(new Entry(0, from.id()));
        while (!open.isEmpty()) {
            Entry entry = open.poll();
            if (entry.crossing == to.id()) {
                break;
            }
            if (entry.cost > cost[entry.crossing]) {
                continue;
            }
            for (Block block : leaving.get(entry.crossing)) {
                double weight = street(block).kind() == Street.Kind.ARTERIAL ? 1 : LOCAL_WEIGHT;
                double through = entry.cost + weight * block.line().length() + turn(by[entry.crossing], block);
                if (through < cost[block.to()]) {
                    cost[block.to()] = through;
                    by[block.to()] = block;
                    open.add(new Entry(through, block.to()));
                }
            }
        }
        return backwards(by, from, to);
    }

    /** A turn costs a bus about as much as 120 m, and there is no turning back on the spot. */
    private static double turn(Block before, Block after) {
        if (before == null || before.street() == after.street() && before.from() != after.to()) {
            return 0;
        }
        return before.from() == after.to() ? 1e6 : 120;
    }

    private List<Block> backwards(Block[] by, Crossing from, Crossing to) {
        List<Block> way = new ArrayList<>();
        for (int at = to.id(); at != from.id(); at = by[at].from()) {
            if (by[at] == null) {
                throw new IllegalStateException("no street leads from " + names(from) + " to " + names(to));
            }
            way.add(0, by[at]);
        }
        return way;
    }

    /** Degrees between the ends of two blocks that follow one another, 0 = straight on, 180 = back. */
    public static double angle(Block before, Block after) {
        double change = Math.abs(
                before.line().bearing(before.line().length()) - after.line().bearing(0));
        return change > 180 ? 360 - change : change;
    }

    /** A point of the plane where the crossing lies. */
    public Point point(int crossing) {
        return crossings.get(crossing).point();
    }
}
