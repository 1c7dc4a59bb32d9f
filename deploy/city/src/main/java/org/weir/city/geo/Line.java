package org.weir.city.geo;

import java.util.ArrayList;
import java.util.List;

/** A line through points, measured in metres from its start. */
public final class Line {
    private final double[] x;
    private final double[] y;
    private final double[] along;

    /** @param points two or more; points that repeat the one before (within a centimetre) are left out */
    public Line(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        for (Point point : points) {
            if (kept.isEmpty() || kept.get(kept.size() - 1).distanceTo(point) > 0.01) {
                kept.add(point);
            }
        }
        if (kept.size() < 2) {
            throw new IllegalArgumentException("a line needs two distinct points");
        }
        x = kept.stream().mapToDouble(Point::x).toArray();
        y = kept.stream().mapToDouble(Point::y).toArray();
        along = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            along[i] = along[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
    }

    public double length() {
        return along[along.length - 1];
    }

    public int size() {
        return x.length;
    }

    public Point point(int i) {
        return new Point(x[i], y[i]);
    }

    /** Metres from the start to point {@code i}. */
    public double along(int i) {
        return along[i];
    }

    /** The point {@code metres} from the start; before the start or after the end it is the start or the end. */
    public Point at(double metres) {
        int i = piece(metres);
        double part = Math.max(0, Math.min(1, (metres - along[i]) / (along[i + 1] - along[i])));
        return new Point(x[i] + part * (x[i + 1] - x[i]), y[i] + part * (y[i + 1] - y[i]));
    }

    /** Where the line points at {@code metres}: degrees clockwise from north, [0, 360). */
    public double bearing(double metres) {
        int i = piece(metres);
        double degrees = Math.toDegrees(Math.atan2(x[i + 1] - x[i], y[i + 1] - y[i]));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** The point {@code metres} from the start and {@code right} metres to the right of the line. */
    public Point beside(double metres, double right) {
        Point on = at(metres);
        double heading = Math.toRadians(bearing(metres));
        return new Point(on.x() + right * Math.cos(heading), on.y() - right * Math.sin(heading));
    }

    /** The part between two distances from the start. */
    public Line part(double from, double to) {
        List<Point> points = new ArrayList<>();
        points.add(at(from));
        for (int i = 0; i < x.length; i++) {
            if (along[i] > from && along[i] < to) {
                points.add(point(i));
            }
        }
        points.add(at(to));
        return new Line(points);
    }

    /** Metres from {@code point} to the nearest point of this line. */
    public double distanceTo(Point point) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i + 1 < x.length; i++) {
            double dx = x[i + 1] - x[i];
            double dy = y[i + 1] - y[i];
            double part = ((point.x() - x[i]) * dx + (point.y() - y[i]) * dy) / (dx * dx + dy * dy);
            double on = Math.max(0, Math.min(1, part));
            nearest = Math.min(nearest, Math.hypot(x[i] + on * dx - point.x(), y[i] + on * dy - point.y()));
        }
        return nearest;
    }

    private int piece(double metres) {
        int low = 0;
        int high = x.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (along[middle] <= metres) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
