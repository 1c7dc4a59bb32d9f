package org.weir.city.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weir.city.chance.Dice;
import org.weir.city.street.Block;
import org.weir.city.street.Streets;

/** Puts stops on the streets, not on the routes: whoever passes shares them. */
final class StopPlacer {
    /** Far side: past the crossing by a bus's length and the zebra. */
    private static final double PAST_CROSSING = 32;
    /** From the middle of the street to the kerb. */
    private static final double KERB = 5;

    private final Streets streets;
    private final Agency agency;
    /** Stops of the city stand about 300 m apart; blocks downtown are 230 m long, and no nearer than this. */
    private final double spacing;

    private final Dice dice;
    private final Map<Integer, Stop> byBlock = new HashMap<>();
    private int next;

    StopPlacer(Streets streets, Agency agency, Dice dice) {
        this.streets = streets;
        this.dice = dice;
        this.agency = agency;
        spacing = agency.spacing();
    }

    /** @param ways each direction of each route */
    void place(List<List<Block>> ways) {
        Set<Integer> used = new TreeSet<>();
        // A stop at each end first, so that a bus turns round where it stands; the others keep their distance from
        // them.
        for (List<Block> way : ways) {
            way.forEach(b -> used.add(b.id()));
            put(way.get(0), PAST_CROSSING);
            Block last = way.get(way.size() - 1);
            put(last, last.line().length() - PAST_CROSSING);
        }
        Map<String, List<Block>> lanes = new TreeMap<>();
        for (int id : used) {
            Block block = streets.blocks().get(id);
            boolean ahead = block.northSouth()
                    ? streets.to(block).v() > streets.from(block).v()
                    : streets.to(block).u() > streets.from(block).u();
            lanes.computeIfAbsent(block.street() + (ahead ? "+" : "-"), k -> new ArrayList<>())
                    .add(block);
        }
        lanes.values().forEach(this::placeAlong);
    }

    private void placeAlong(List<Block> lane) {
        Map<Integer, Block> from = new HashMap<>();
        Set<Integer> heads = new TreeSet<>();
        lane.forEach(b -> from.put(b.from(), b));
        lane.forEach(b -> heads.add(b.from()));
        lane.forEach(b -> heads.remove(b.to()));
        for (int head : heads) {
            double since = spacing;
            for (Block block = from.get(head); block != null; block = from.get(block.to())) {
                Stop there = byBlock.get(block.id());
                if (there != null) {
                    since = block.line().length() - there.along();
                    continue;
                }
                Block after = from.get(block.to());
                boolean stopAhead = after != null
                        && byBlock.containsKey(after.id())
                        && block.line().length() < spacing * 0.8;
                if (since + PAST_CROSSING >= spacing && block.line().length() > 90 && !stopAhead) {
                    put(block, PAST_CROSSING);
                    since = block.line().length() - PAST_CROSSING;
                } else {
                    since += block.line().length();
                }
            }
        }
    }

    private void put(Block block, double along) {
        if (byBlock.containsKey(block.id())) {
            return;
        }
        boolean early = along < block.line().length() / 2;
        List<String> names = streets.names(early ? streets.from(block) : streets.to(block));
        String on = streets.street(block).name();
        String cross = names.stream().filter(n -> !n.equals(on)).findFirst().orElse("End");
        double out = Math.hypot(streets.from(block).u(), streets.from(block).v());
        double weight = (0.5 + 1.4 * Math.exp(-Math.pow(out / 2300, 2))) * dice.between(0.45, 1.55, 41, block.id());
        byBlock.put(
                block.id(),
                new Stop(
                        agency.stop(next++),
                        on + " & " + cross,
                        compass(block.line().bearing(along)),
                        block.id(),
                        along,
                        block.line().beside(along, KERB),
                        weight,
                        0));
    }

    private static String compass(double bearing) {
        return List.of("Northbound", "Eastbound", "Southbound", "Westbound")
                .get((int) Math.floor((bearing + 45) % 360 / 90));
    }

    /** The stop of a block, null where it has none. */
    Stop on(Block block) {
        return byBlock.get(block.id());
    }
}
