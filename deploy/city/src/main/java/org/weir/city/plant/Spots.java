package org.weir.city.plant;

import java.util.ArrayList;
import java.util.List;
import org.weir.city.geo.Line;
import org.weir.city.network.Pattern;
import org.weir.city.network.Planted;
import org.weir.city.network.Planted.Kind;
import org.weir.city.network.Stop;
import org.weir.city.street.Block;
import org.weir.city.street.Streets;

/** Finds single spots: signals and stops. */
final class Spots {
    /** How far a queue at a bad signal reaches back. */
    private static final double QUEUE = 150;

    private static final double AROUND_STOP = 30;

    private final Ground ground;
    private final Streets streets;

    Spots(Ground ground) {
        this.ground = ground;
        streets = ground.city.streets();
    }

    List<Planted> signals(int count) {
        List<Planted> found = new ArrayList<>();
        List<Block> candidates = streets.blocks().stream()
                .filter(b -> streets.to(b).signal() != null && b.line().length() >= QUEUE + 10)
                .filter(b -> ground.arterial(b) && ground.free(b) && ground.passing(b) >= 8 && b.congestion() < 0.6)
                .toList();
        for (Block block : ground.shuffled(candidates, 101, Block::id)) {
            if (found.size() < count && ground.farFromAll(streets.to(block).point())) {
                found.add(ground.take(signal("signal-" + (found.size() + 1), block)));
            }
        }
        return enough(found, count, "signals");
    }

    private Planted signal(String id, Block block) {
        List<Block> approaches = streets.blocks().stream()
                .filter(b -> b.to() == block.to() && b.northSouth() == block.northSouth() && ground.passing(b) > 0)
                .toList();
        List<Line> lines = approaches.stream()
                .map(b -> b.line()
                        .part(Math.max(0, b.line().length() - QUEUE), b.line().length()))
                .toList();
        String street = streets.street(block).name();
        String name = "Signal for " + street + " at " + ground.cross(block, block.to());
        return new Planted(id, Kind.SIGNAL, name, street, lines, ids(approaches), block.to(), null, null, -1);
    }

    List<Planted> stops(int count) {
        List<Planted> found = new ArrayList<>();
        List<Stop> candidates = ground.city.stops().stream()
                .filter(this::busy)
                .filter(this::nowhereATimepoint)
                .toList();
        for (Stop stop : ground.shuffled(candidates, 102, s -> s.block())) {
            if (found.size() < count && ground.farFromAll(stop.point())) {
                found.add(ground.take(stop("stop-" + (found.size() + 1), stop)));
            }
        }
        return enough(found, count, "stops");
    }

    private boolean busy(Stop stop) {
        Block block = streets.blocks().get(stop.block());
        return ground.passing(block) >= 8 && ground.free(block) && block.congestion() < 0.6 && stop.weight() > 0.8;
    }

    /** Where buses wait for the timetable, a long stay would have two causes. */
    private boolean nowhereATimepoint(Stop stop) {
        for (Pattern pattern : ground.city.patterns()) {
            int at = pattern.stops().indexOf(stop);
            if (at >= 0 && pattern.timepoint(at)) {
                return false;
            }
        }
        return true;
    }

    private Planted stop(String id, Stop stop) {
        Block block = streets.blocks().get(stop.block());
        Line line = block.line()
                .part(
                        Math.max(0, stop.along() - AROUND_STOP),
                        Math.min(block.line().length(), stop.along() + AROUND_STOP));
        String name = "Stop " + stop.name() + ", " + stop.towards().toLowerCase(java.util.Locale.ROOT);
        String street = streets.street(block).name();
        return new Planted(id, Kind.STOP, name, street, List.of(line), List.of(block.id()), -1, stop.id(), null, -1);
    }

    private static List<Integer> ids(List<Block> blocks) {
        return blocks.stream().map(Block::id).toList();
    }

    private static List<Planted> enough(List<Planted> found, int count, String what) {
        if (found.size() < count) {
            throw new IllegalStateException("only " + found.size() + " of " + count + " " + what + " have a place");
        }
        return found;
    }
}
