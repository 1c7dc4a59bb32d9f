package org.weir.consent.transform.place;

import com.uber.h3core.util.LatLng;
import java.util.ArrayList;
import java.util.List;

/**
 * Where H3's hexagons lie on the faces of its icosahedron: H3 projects the Earth onto the nearest face (gnomonic), and
 * lays a grid of hexagons on it that has a centre in the face's middle and points to a corner; from one resolution to the
 * next it is finer by the square root of 7, and turned at every second. This tells two points of one hexagon apart from
 * two of different ones; which cell of H3 a hexagon is, H3 says. For one resolution and one thread.
 */
final class PlaneHexagons {
    /** What lies nearer to another hexagon than this part of its width is left to H3: far more than sums are off by. */
    private static final double MARGIN = 1e-3;
    /** Not to be told here. */
    static final long UNSURE = -1;

    /** The distance of two centres at resolution 0, on a face that touches a sphere of radius 1. */
    private static final double UNIT = 0.381966011250105;
    /** By how much every second resolution is turned, radians: the angle between (2, 1) and (1, 0) on the grid. */
    private static final double TURN = Math.asin(Math.sqrt(3.0 / 28));
    /** Neighbouring corners of the icosahedron see each other under 63.4 degrees; the next under 116.6. */
    private static final double NEIGHBOURS = 0.4;

    /** The cosine of 20.9 degrees, as far as a face's inscribed circle reaches: what lies in it is nearest to that face. */
    private static final double INSCRIBED = 0.9343;

    private static final int BITS = 27;
    private static final long HALF = 1L << BITS - 1;
    private static final double[][] FACES = faces();

    private final double scale;
    private final double cos;
    private final double sin;
    /** The face of the last point; the next is mostly on it. */
    private int face;

    PlaneHexagons(int resolution) {
        scale = Math.pow(7, resolution / 2.0) / UNIT;
        cos = resolution % 2 == 0 ? 1 : Math.cos(TURN);
        sin = resolution % 2 == 0 ? 0 : Math.sin(TURN);
    }

    /** A number for the hexagon that a point lies in, given in degrees; {@link #UNSURE} near its edge. */
    long at(double latitude, double longitude) {
        double lat = Math.toRadians(latitude);
        double lng = Math.toRadians(longitude);
        double px = Math.cos(lat) * Math.cos(lng);
        double py = Math.cos(lat) * Math.sin(lng);
        double pz = Math.sin(lat);
        double height = dot(FACES[face], 0, px, py, pz);
        if (height < INSCRIBED) {
            height = nearest(px, py, pz);
        }
        double flatX = dot(FACES[face], 3, px, py, pz) / height * scale;
        double flatY = dot(FACES[face], 6, px, py, pz) / height * scale;
        return hexagon(face, flatX * cos + flatY * sin, flatY * cos - flatX * sin);
    }

    /** Finds the face that a point is nearest to, and how near. */
    private double nearest(double px, double py, double pz) {
        double height = -1;
        for (int i = 0; i < FACES.length; i++) {
            double h = dot(FACES[i], 0, px, py, pz);
            if (h > height) {
                height = h;
                face = i;
            }
        }
        return height;
    }

    /** Rounds to the nearest centre of a grid whose centres lie at u·(1, 0) + v·(1/2, √3/2). */
    private static long hexagon(int face, double x, double y) {
        double v = y * 2 / Math.sqrt(3);
        double u = x - v / 2;
        double w = -u - v;
        double ru = Math.rint(u);
        double rv = Math.rint(v);
        double rw = Math.rint(w);
        double du = Math.abs(ru - u);
        double dv = Math.abs(rv - v);
        double dw = Math.abs(rw - w);
        if (du > dv && du > dw) {
            ru = -rv - rw;
        } else if (dv > dw) {
            rv = -ru - rw;
        }
        double eu = u - ru;
        double ev = v - rv;
        double ew = -eu - ev;
        double reach = Math.max(Math.abs(eu - ev), Math.max(Math.abs(ev - ew), Math.abs(ew - eu)));
        if (!(reach < 1 - MARGIN)) {
            return UNSURE;
        }
        return (long) face << 2 * BITS | ((long) ru + HALF) << BITS | (long) rv + HALF;
    }

    /** For each face its middle, and on it the direction to a corner and the one to the left of that. */
    private static double[][] faces() {
        List<double[]> corners = new ArrayList<>();
        for (LatLng corner : Cells.corners()) {
            double lat = Math.toRadians(corner.lat);
            double lng = Math.toRadians(corner.lng);
            corners.add(new double[] {Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)});
        }
        List<double[]> faces = new ArrayList<>();
        for (int a = 0; a < corners.size(); a++) {
            for (int b = a + 1; b < corners.size(); b++) {
                for (int c = b + 1; c < corners.size(); c++) {
                    if (near(corners, a, b) && near(corners, b, c) && near(corners, a, c)) {
                        faces.add(face(corners.get(a), corners.get(b), corners.get(c)));
                    }
                }
            }
        }
        return faces.toArray(double[][]::new);
    }

    private static boolean near(List<double[]> corners, int a, int b) {
        double[] other = corners.get(b);
        return dot(corners.get(a), 0, other[0], other[1], other[2]) > NEIGHBOURS;
    }

    private static double[] face(double[] a, double[] b, double[] c) {
        double[] n = unit(a[0] + b[0] + c[0], a[1] + b[1] + c[1], a[2] + b[2] + c[2]);
        double up = dot(n, 0, a[0], a[1], a[2]);
        double[] e = unit(a[0] - up * n[0], a[1] - up * n[1], a[2] - up * n[2]);
        return new double[] {
            n[0],
            n[1],
            n[2],
            e[0],
            e[1],
            e[2],
            n[1] * e[2] - n[2] * e[1],
            n[2] * e[0] - n[0] * e[2],
            n[0] * e[1] - n[1] * e[0]
        };
    }

    private static double dot(double[] vectors, int at, double x, double y, double z) {
        return vectors[at] * x + vectors[at + 1] * y + vectors[at + 2] * z;
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }
}
