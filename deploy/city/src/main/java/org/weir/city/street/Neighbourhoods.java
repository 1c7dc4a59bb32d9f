package org.weir.city.street;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.weir.city.chance.Dice;
import org.weir.city.geo.Point;

/** Twelve neighbourhoods that cover the city: four on the south bank, eight on the north bank. */
public final class Neighbourhoods {
    /** Metres on the drawing board, west to east and south to north; between the first two rows runs the river. */
    private static final double[] COLUMNS = {-6100, -3050, -300, 2350, 6100};

    private static final double SOUTH = -4700;
    private static final double MIDDLE = 1750;
    private static final double NORTH = 4700;
    private static final List<List<String>> NAMES = List.of(
            List.of("Harrow Common", "Lower Mill", "Southgate", "Saddler Green"),
            List.of("Westgate", "Larkin", "Wharf End", "Eastfield"),
            List.of("Kestrel Heights", "Wexcombe", "Summit Park", "Ferry Meadows"));
    /** A point each so many metres follows the bends of the land. */
    private static final double STEP = 200;

    private final Terrain terrain;

    private Neighbourhoods(Terrain terrain) {
        this.terrain = terrain;
    }

    /** The neighbourhoods of Riverton for a seed. */
    public static List<Neighbourhood> of(long seed) {
        return new Neighbourhoods(new Terrain(new Dice(seed).of("streets"))).all();
    }

    private List<Neighbourhood> all() {
        List<DoubleUnaryOperator> rows = List.of(u -> SOUTH, terrain::river, u -> MIDDLE, u -> NORTH);
        List<Neighbourhood> all = new ArrayList<>();
        for (int row = 0; row + 1 < rows.size(); row++) {
            for (int column = 0; column + 1 < COLUMNS.length; column++) {
                List<Point> ring = ring(COLUMNS[column], COLUMNS[column + 1], rows.get(row), rows.get(row + 1));
                all.add(new Neighbourhood(NAMES.get(row).get(column), ring));
            }
        }
        return List.copyOf(all);
    }

    private List<Point> ring(double west, double east, DoubleUnaryOperator south, DoubleUnaryOperator north) {
        List<Point> ring = new ArrayList<>();
        edge(ring, west, south.applyAsDouble(west), east, south);
        side(ring, east, south.applyAsDouble(east), north.applyAsDouble(east));
        edge(ring, east, north.applyAsDouble(east), west, north);
        side(ring, west, north.applyAsDouble(west), south.applyAsDouble(west));
        ring.add(ring.get(0));
        return List.copyOf(ring);
    }

    private void edge(List<Point> ring, double from, double v, double to, DoubleUnaryOperator row) {
        ring.add(terrain.place(from, v));
        int steps = steps(from, to);
        for (int i = 1; i < steps; i++) {
            double u = from + (to - from) * i / steps;
            ring.add(terrain.place(u, row.applyAsDouble(u)));
        }
    }

    private void side(List<Point> ring, double u, double from, double to) {
        int steps = steps(from, to);
        for (int i = 0; i < steps; i++) {
            ring.add(terrain.place(u, from + (to - from) * i / steps));
        }
    }

    private static int steps(double from, double to) {
        return (int) Math.ceil(Math.abs(to - from) / STEP);
    }
}
