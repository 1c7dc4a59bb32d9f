package org.weir.city.geo;

/**
 * The plane that touches the Earth at the city's centre (equirectangular on a sphere of 6,371,008.8 m): within a city its
 * error is below a tenth of a percent.
 */
public record Plane(double latitude, double longitude) {
    private static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

    public double latitude(Point point) {
        return latitude + point.y() / METRES_PER_DEGREE;
    }

    public double longitude(Point point) {
        return longitude + point.x() / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)));
    }

    public Point point(double atLatitude, double atLongitude) {
        return new Point(
                (atLongitude - longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)),
                (atLatitude - latitude) * METRES_PER_DEGREE);
    }
}
