package org.weir.consent.transform.place;

import com.uber.h3core.util.LatLng;

/**
 * Finds the cell of one resolution that holds a point, as H3 does, and mostly without asking it: H3 is asked once for each
 * hexagon of {@link PlaneHexagons}, and its answer remembered where the cell lies on one face of the icosahedron, for only
 * there it is that hexagon and no more. Points near an edge, and cells across faces, are asked of H3 each time. For one
 * thread.
 */
final class CellFinder {
    /** Cells remembered, each in one of two places; where a fleet drives fits. A power of two. */
    private static final int REMEMBERED = 1 << 13;
    /** A hexagon that is no whole cell. */
    private static final Cell NONE = new Cell(0, null, null);

    private final int resolution;
    private final PlaneHexagons hexagons;
    private final long[] keys = new long[REMEMBERED];
    private final Cell[] cells = new Cell[REMEMBERED];

    /**
     * A cell and its middle as JSON numbers, to a tenth of a metre.
     *
     * @param id H3's index
     */
    record Cell(long id, byte[] latitude, byte[] longitude) {}

    CellFinder(int resolution) {
        this.resolution = resolution;
        this.hexagons = new PlaneHexagons(resolution);
    }

    /** The cell that holds the point, given in degrees within 90 and 180. */
    Cell find(double latitude, double longitude) {
        long key = hexagons.at(latitude, longitude);
        if (key == PlaneHexagons.UNSURE) {
            return ask(latitude, longitude);
        }
        int slot = slot(key);
        if (cells[slot] != null && keys[slot] != key) {
            slot ^= 1;
        }
        if (cells[slot] == null || keys[slot] != key) {
            Cell asked = ask(latitude, longitude);
            keys[slot] = key;
            cells[slot] = isHexagon(asked.id(), key) ? asked : NONE;
            return asked;
        }
        return cells[slot] == NONE ? ask(latitude, longitude) : cells[slot];
    }

    /** Whether the cell is the hexagon: it lies on one face, and its middle in the hexagon. */
    private boolean isHexagon(long cell, long key) {
        LatLng centre = Cells.centre(cell);
        return Cells.isPlane(cell) && hexagons.at(centre.lat, centre.lng) == key;
    }

    private Cell ask(double latitude, double longitude) {
        long cell = Cells.at(latitude, longitude, resolution);
        LatLng centre = Cells.centre(cell);
        return new Cell(cell, Degrees.json(centre.lat), Degrees.json(centre.lng));
    }

    private static int slot(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 40) & REMEMBERED - 1;
    }
}
