package org.weir.consent.transform.place;

import com.uber.h3core.H3Core;
import com.uber.h3core.LengthUnit;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What we ask of H3, the hierarchy of hexagons that covers the Earth (h3geo.org). */
public final class Cells {
    public static final int FINEST = 15;

    private static final H3Core H3 = load();

    private Cells() {}

    /** The cell that holds a point, given in degrees. */
    static long at(double latitude, double longitude, int resolution) {
        return H3.latLngToCell(latitude, longitude, resolution);
    }

    /** The middle of a cell, in degrees. */
    static LatLng centre(long cell) {
        return H3.cellToLatLng(cell);
    }

    /** Whether the cell lies on one face of the icosahedron: there it is a plane hexagon, and convex. */
    static boolean isPlane(long cell) {
        return H3.getIcosahedronFaces(cell).size() == 1;
    }

    /** The usual length of a cell's edge, in degrees of latitude. */
    static double edgeDegrees(int resolution) {
        double kilometresInADegree = 111.2;
        return H3.getHexagonEdgeLengthAvg(resolution, LengthUnit.km) / kilometresInADegree;
    }

    /** The twelve corners of the icosahedron: the middles of the pentagons. */
    static List<LatLng> corners() {
        return H3.getPentagons(0).stream().map(H3::cellToLatLng).toList();
    }

    static int resolution(long cell) {
        return H3.getResolution(cell);
    }

    /** Reads a cell's address, e.g. {@code 882a306401fffff}; empty where it is none. */
    public static Optional<Long> read(String address) {
        try {
            long cell = Long.parseUnsignedLong(address, 16);
            return H3.isValidCell(cell) && H3.h3ToString(cell).equals(address) ? Optional.of(cell) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("H3's library cannot be loaded.", e);
        }
    }
}
