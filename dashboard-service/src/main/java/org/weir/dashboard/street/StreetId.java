package org.weir.dashboard.street;

/** Names a street by where it lies, to about ten metres: its ends and its middle. */
final class StreetId {
    private static final double TEN_METRES = 1e4;
    private static final long PRIME = 0x100000001b3L;

    private StreetId() {}

    /** @param middle [longitude, latitude] */
    static String of(double[][] line, double[] middle) {
        long hash = 0xcbf29ce484222325L;
        for (double[] point : new double[][] {line[0], middle, line[line.length - 1]}) {
            hash = (hash ^ Math.round(point[0] * TEN_METRES)) * PRIME;
            hash = (hash ^ Math.round(point[1] * TEN_METRES)) * PRIME;
            hash ^= hash >>> 31;
        }
        return Long.toString(hash & 0xFFFF_FFFF_FFFFL, Character.MAX_RADIX);
    }
}
