package org.weir.city.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.weir.city.chance.Dice;
import org.weir.city.geo.Line;
import org.weir.city.geo.Point;

/** Draws the street graph: a grid bent by the land, cut by the river, with two old roads across it and one-way streets downtown. */
public final class StreetBuilder {
    /** Main avenues that cross the river, by their number from the west. */
    private static final Set<Integer> BRIDGES = Set.of(1, 4, 7, 9, 12);

    private static final double MILE_PER_HOUR = 0.44704;
    /** The seventh main avenue from the west, 0-based: Grand Avenue, the corridor that several routes share. */
    private static final int CORRIDOR = 7;

    private final Dice dice;
    private final Terrain terrain;
    private final Grid columns;
    private final Grid rows;
    private final int[][] crossingAt;
    private final List<Street> streets = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    private StreetBuilder(Dice dice) {
        this.dice = dice;
        terrain = new Terrain(dice);
        columns = Grid.of(Grid.AVENUES, Names.MAIN_AVENUES, Names.AVENUES, dice, 11);
        rows = Grid.of(Grid.STREETS, Names.MAIN_STREETS, Names.STREETS, dice, 12);
        crossingAt = new int[columns.size()][rows.size()];
    }

    /** The streets of Riverton for a seed. */
    public static Streets build(long seed) {
        return new StreetBuilder(new Dice(seed).of("streets")).draw();
    }

    private Streets draw() {
        placeCrossings();
        for (int c = 0; c < columns.size(); c++) {
            drawAvenue(c);
        }
        for (int r = 0; r < rows.size(); r++) {
            drawStreet(r);
        }
        drawDiagonal(Names.NORTH_EAST, columns.main(8), rows.main(7), 1, 1, 9);
        drawDiagonal(Names.SOUTH_WEST, columns.main(5), rows.main(4), -1, -1, 10);
        List<List<Block>> leaving = new ArrayList<>();
        places.forEach(p -> leaving.add(new ArrayList<>()));
        blocks.forEach(b -> leaving.get(b.from()).add(b));
        return new Streets(List.copyOf(streets), crossings(leaving), List.copyOf(blocks), leaving);
    }

    private void placeCrossings() {
        for (int c = 0; c < columns.size(); c++) {
            for (int r = 0; r < rows.size(); r++) {
                double u = columns.at()[c];
                double v = rows.at()[r];
                boolean dry = terrain.inCity(u, v) && !terrain.inRiver(u, v);
                crossingAt[c][r] = dry ? places.size() : -1;
                if (dry) {
                    places.add(new double[] {u, v});
                }
            }
        }
    }

    private void drawAvenue(int c) {
        int street = street(columns.names().get(c), columns.main()[c]);
        int before = -1;
        for (int r = 0; r < rows.size(); r++) {
            int here = crossingAt[c][r];
            if (here >= 0 && before >= 0) {
                boolean wet = wet(before, here);
                if (wet ? bridge(c) : exists(columns.main()[c], before, here)) {
                    join(street, before, here, true, 0);
                }
            }
            before = here >= 0 ? here : before;
        }
    }

    private void drawStreet(int r) {
        int street = street(rows.names().get(r), rows.main()[r]);
        int before = -1;
        for (int c = 0; c < columns.size(); c++) {
            int here = crossingAt[c][r];
            if (here >= 0 && before >= 0 && !wet(before, here) && exists(rows.main()[r], before, here)) {
                join(street, before, here, false, oneWay(r, c));
            }
            before = here;
        }
    }

    /** Downtown, Market Street runs east only and Assembly Street west only. */
    private int oneWay(int r, int c) {
        boolean downtown = c > columns.main(5) && c <= columns.main(9);
        return !downtown ? 0 : r == rows.main(6) ? 1 : r == rows.main(7) ? -1 : 0;
    }

    private void drawDiagonal(String name, int c, int r, int east, int north, int length) {
        int street = street(name, true);
        for (int i = 0; i < length; i++) {
            int from = inside(c + i * east, r + i * north);
            int to = inside(c + (i + 1) * east, r + (i + 1) * north);
            if (from >= 0 && to >= 0) {
                join(street, from, to, true, 0);
            }
        }
    }

    private int inside(int c, int r) {
        return c < 0 || r < 0 || c >= columns.size() || r >= rows.size() ? -1 : crossingAt[c][r];
    }

    private boolean bridge(int c) {
        return BRIDGES.stream().anyMatch(n -> columns.main(n) == c);
    }

    private boolean wet(int a, int b) {
        double[] from = places.get(a);
        double[] to = places.get(b);
        return terrain.wet(from[0], from[1], to[0], to[1]);
    }

    /** A fifth of the local blocks was never built: parks, yards, the railway. */
    private boolean exists(boolean main, int a, int b) {
        return main || dice.uniform(21, a, b) > 0.2;
    }

    private int street(String name, boolean main) {
        streets.add(new Street(streets.size(), name, main ? Street.Kind.ARTERIAL : Street.Kind.LOCAL));
        return streets.size() - 1;
    }

    /** @param oneWay 1: only from a to b, -1: only back, 0: both */
    private void join(int street, int a, int b, boolean northSouth, int oneWay) {
        if (oneWay >= 0) {
            addBlock(street, a, b, northSouth);
        }
        if (oneWay <= 0) {
            addBlock(street, b, a, northSouth);
        }
    }

    private void addBlock(int street, int a, int b, boolean northSouth) {
        double[] from = places.get(a);
        double[] to = places.get(b);
        List<Point> points = new ArrayList<>();
        // A point each 40 m or so follows every bend to a few centimetres.
        int pieces = Math.max(2, (int) (Math.hypot(to[0] - from[0], to[1] - from[1]) / 40));
        for (int i = 0; i <= pieces; i++) {
            double part = (double) i / pieces;
            points.add(terrain.place(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part));
        }
        boolean main = streets.get(street).kind() == Street.Kind.ARTERIAL;
        double out = Math.hypot((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
        double limit = (!main ? 25 : out > 3400 ? 35 : 30) * MILE_PER_HOUR;
        blocks.add(new Block(
                blocks.size(), street, a, b, new Line(points), limit, congestion(street, out, from[1]), northSouth));
    }

    /** The corridor is the slowest at the peaks; elsewhere the centre is slower than the edge. */
    private double congestion(int street, double out, double v) {
        boolean corridor = streets.get(street).name().equals(Names.MAIN_AVENUES.get(CORRIDOR));
        if (corridor && v > -1800 && v < 2500) {
            return 0.62;
        }
        return 0.22 + 0.26 * Math.exp(-Math.pow(out / 2600, 2));
    }

    private List<Crossing> crossings(List<List<Block>> leaving) {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            double[] place = places.get(i);
            crossings.add(
                    new Crossing(i, place[0], place[1], terrain.place(place[0], place[1]), signal(i, leaving.get(i))));
        }
        return List.copyOf(crossings);
    }

    /** Signals stand where main streets cross, and where every other local street meets a main one downtown. */
    private Signal signal(int crossing, List<Block> leaving) {
        List<Block> main = leaving.stream()
                .filter(b -> streets.get(b.street()).kind() == Street.Kind.ARTERIAL)
                .toList();
        long mainStreets = main.stream().mapToInt(Block::street).distinct().count();
        double out = Math.hypot(places.get(crossing)[0], places.get(crossing)[1]);
        boolean minor =
                mainStreets == 1 && leaving.size() > 2 && dice.uniform(31, crossing, 0) < (out < 2200 ? 0.5 : 0.15);
        if (mainStreets < 2 && !minor) {
            return null;
        }
        double cycle = out < 2200 ? 80 : 100;
        double share = 0.5;
        if (minor) {
            share = main.get(0).northSouth() ? 0.68 : 0.32;
        }
        double offset = Math.floor(dice.uniform(32, crossing, 0) * cycle);
        return new Signal(cycle, offset, Math.round(cycle * share));
    }
}
