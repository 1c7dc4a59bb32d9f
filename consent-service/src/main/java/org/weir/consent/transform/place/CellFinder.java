package org.weir.consent.transform.place;

import com.uber.h3core.util.LatLng;

/**
 * Finds the cell of one resolution that holds a point, as H3 does, and mostly without asking it: the Earth is cut into
 * small squares of degrees, and a square that lies within one cell is remembered. It does so for certain where a square
 * a fifth wider has its four corners in one cell, and that cell lies on one face of the icosahedron: there H3's projection
 * is gnomonic, so that cells are convex on the sphere and hold whatever lies between their points, and the bulge of a
 * parallel between two corners is far below the margin. Every other point is asked of H3. For one thread.
 */
final class CellFinder {
    /** Squares remembered; a fleet's streets fit. A power of two. */
    private static final int SQUARES = 1 << 15;
    /** A square is this part of a cell's edge, so that most squares lie within one cell. */
    private static final double PART = 0.125;
    /** How far the tested corners lie outside of the square, in its sides. */
    private static final double MARGIN = 0.1;
    /** Nearer to the poles and to the date line a square is no square. */
    private static final double HIGHEST_LATITUDE = 80;

    private static final double HIGHEST_LONGITUDE = 179;

    /** A square that has been met once: to look at its corners pays when somebody comes again. */
    private static final Cell ONCE = new Cell(0, null, null);
    /** A square that more than one cell shares, or may share. */
    private static final Cell NONE = new Cell(0, null, null);

    private final int resolution;
    private final double side;
    private long[] keys;
    private Cell[] cells;

    /**
     * A cell and its middle as JSON numbers, to a tenth of a metre.
     *
     * @param id H3's index
     */
    record Cell(long id, byte[] latitude, byte[] longitude) {}

    CellFinder(int resolution) {
        this.resolution = resolution;
        this.side = PART * Cells.edgeDegrees(resolution);
    }

    /** The cell that holds the point, given in degrees within 90 and 180. */
    Cell find(double latitude, double longitude) {
        if (Math.abs(latitude) > HIGHEST_LATITUDE || Math.abs(longitude) > HIGHEST_LONGITUDE) {
            return ask(latitude, longitude);
        }
        if (keys == null) {
            keys = new long[SQUARES];
            cells = new Cell[SQUARES];
        }
        long row = (long) Math.floor(latitude / side);
        long column = (long) Math.floor(longitude / side);
        long key = row << 32 ^ column & 0xffffffffL;
        int slot = slot(key);
        if (cells[slot] == null || keys[slot] != key) {
            keys[slot] = key;
            cells[slot] = ONCE;
        } else if (cells[slot] == ONCE) {
            cells[slot] = whole(row, column);
        }
        Cell cell = cells[slot];
        return cell == ONCE || cell == NONE ? ask(latitude, longitude) : cell;
    }

    private Cell whole(long row, long column) {
        double south = (row - MARGIN) * side;
        double north = (row + 1 + MARGIN) * side;
        double west = (column - MARGIN) * side;
        double east = (column + 1 + MARGIN) * side;
        long cell = Cells.at(south, west, resolution);
        boolean one = Cells.at(south, east, resolution) == cell
                && Cells.at(north, west, resolution) == cell
                && Cells.at(north, east, resolution) == cell
                && Cells.isPlane(cell);
        return one ? written(cell) : NONE;
    }

    private Cell ask(double latitude, double longitude) {
        return written(Cells.at(latitude, longitude, resolution));
    }

    private static Cell written(long cell) {
        LatLng centre = Cells.centre(cell);
        return new Cell(cell, Degrees.json(centre.lat), Degrees.json(centre.lng));
    }

    private static int slot(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 49) & SQUARES - 1;
    }
}
