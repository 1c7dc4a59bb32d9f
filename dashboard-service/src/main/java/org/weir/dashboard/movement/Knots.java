package org.weir.dashboard.movement;

import java.util.Arrays;

/**
 * Where a vehicle was on its way and when: its positions after matching and smoothing. Both never fall; times rise.
 *
 * @param metres along the pattern's shape
 * @param times POSIX seconds
 */
public record Knots(float[] metres, double[] times) {
    public static final Knots NONE = new Knots(new float[0], new double[0]);

    public int size() {
        return times.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Knots k && Arrays.equals(metres, k.metres) && Arrays.equals(times, k.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return size() + " knots";
    }
}
