package org.weir.city.plant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.weir.city.geo.Line;
import org.weir.city.network.Planted;
import org.weir.city.network.Planted.Kind;
import org.weir.city.street.Block;

/** Finds stretches of one to two kilometres: for lanes, and for the two decoys that look like lanes. */
final class Stretches {
    /** Of the corridor, which the plan of the city itself made slow. */
    private static final double CORRIDOR = 0.6;

    private final Ground ground;
    /** One stretch a street: two in a row would be one. */
    private final Set<Integer> streets = new HashSet<>();

    Stretches(Ground ground) {
        this.ground = ground;
    }

    /** Grand Avenue, in both directions: it is slow in every Riverton. */
    Planted corridor() {
        List<List<Block>> both = ground.chains(b -> b.congestion() > CORRIDOR && ground.passing(b) >= 8).stream()
                .filter(chain -> Ground.length(chain) > 1000)
                .toList();
        return ground.take(planted("lane-1", Kind.LANE, both, -1));
    }

    /** An hour sees twelve buses or more there: two routes at least. */
    List<Planted> lanes(int count) {
        return find("lane", Kind.LANE, 2, count, b -> ground.passing(b) >= 12);
    }

    List<Planted> badDays(int count) {
        return find("bad-day", Kind.BAD_DAY, 1, count, b -> ground.passing(b) >= 8);
    }

    /** One route that runs every twelve minutes, and no other. */
    List<Planted> fewBuses(int count) {
        return find("few-buses", Kind.FEW_BUSES, 1, count, b -> ground.passing(b) > 0 && ground.passing(b) <= 5);
    }

    private List<Planted> find(String id, Kind kind, int first, int count, Predicate<Block> fit) {
        List<Planted> found = new ArrayList<>();
        Predicate<Block> candidate =
                b -> ground.arterial(b) && ground.free(b) && !streets.contains(b.street()) && fit.test(b);
        for (int n = first; n < first + count; n++) {
            List<List<Block>> chains = ground.chains(candidate).stream()
                    .filter(chain -> Ground.length(chain) >= 1000)
                    .toList();
            if (chains.isEmpty()) {
                throw new IllegalStateException("no stretch is left for " + id + "-" + n);
            }
            List<Block> chain =
                    ground.shuffled(chains, kind.ordinal(), c -> c.get(0).id()).get(0);
            int day = kind == Kind.BAD_DAY ? weekday(n) : -1;
            found.add(ground.take(planted(id + "-" + n, kind, List.of(window(chain, kind)), day)));
        }
        return found;
    }

    /** A part of the chain of 1000–1800 m, whole blocks. */
    private List<Block> window(List<Block> chain, Kind kind) {
        double wanted = ground.dice.between(
                1000, 1500, 50 + kind.ordinal(), chain.get(0).id());
        double start = ground.dice.uniform(60 + kind.ordinal(), chain.get(0).id(), 0)
                * Math.max(0, Ground.length(chain) - wanted);
        List<Block> window = new ArrayList<>();
        double at = 0;
        for (Block block : chain) {
            if (at + block.line().length() > start && Ground.length(window) < wanted) {
                window.add(block);
            }
            at += block.line().length();
        }
        return window;
    }

    /** One of the twenty weekdays in four weeks. Day 0 of the epoch was a Thursday. */
    private int weekday(int n) {
        int day = (int) (28 * ground.dice.uniform(70, n, 0));
        return (day + 3) % 7 < 5 ? day : (day + 2) % 28;
    }

    private Planted planted(String id, Kind kind, List<List<Block>> chains, int day) {
        chains.forEach(chain -> streets.add(chain.get(0).street()));
        List<Line> lines = chains.stream().map(Ground::line).toList();
        List<Integer> blocks =
                chains.stream().flatMap(List::stream).map(Block::id).toList();
        String street = ground.city.streets().street(chains.get(0).get(0)).name();
        String name = String.join("; ", chains.stream().map(ground::name).toList());
        return new Planted(id, kind, name, street, lines, blocks, -1, null, null, day);
    }
}
