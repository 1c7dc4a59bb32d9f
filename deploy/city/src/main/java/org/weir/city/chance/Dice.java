package org.weir.city.chance;

/**
 * Chance as a function: a seed and up to three keys give one number, so that nothing depends on what was asked before. The mixing
 * step is the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
 */
public final class Dice {
    /** Keeps the two throws of a normal number apart from those that are asked for under the same keys. */
    private static final long NORMAL = 1L << 32;

    private final long seed;

    public Dice(long seed) {
        this.seed = mix(seed + 0x9E3779B97F4A7C15L);
    }

    /** Dice of their own for one topic, for instance one service date. */
    public Dice of(String topic) {
        return new Dice(seed ^ key(topic));
    }

    /** A number in [0, 1). */
    public double uniform(long a, long b, long c) {
        long bits = mix(mix(mix(seed + a) + b) + c);
        return (bits >>> 11) * 0x1.0p-53;
    }

    public double uniform(long a) {
        return uniform(a, 0, 0);
    }

    /** A number in [low, high). */
    public double between(double low, double high, long a, long b) {
        return low + (high - low) * uniform(a, b, 0);
    }

    /** Exponentially distributed with the given mean, at most {@code cap}. */
    public double exponential(double mean, double cap, long a, long b) {
        return Math.min(cap, -mean * Math.log(1 - uniform(a, b, 0)));
    }

    /** Normally distributed with mean 0 and standard deviation 1 (Box and Muller 1958). */
    public double normal(long a, long b, long c) {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform(a, b, NORMAL + 2 * c)));
        return radius * Math.cos(2 * Math.PI * uniform(a, b, NORMAL + 2 * c + 1));
    }

    /** How many of events that happen {@code mean} times on average (Poisson), by inversion. */
    public int count(double mean, long a, long b, long c) {
        double left = uniform(a, b, c);
        double probability = Math.exp(-mean);
        int n = 0;
        // 200 bounds the loop where rounding leaves a rest that no probability covers.
        while (left >= probability && n < 200) {
            left -= probability;
            n++;
            probability *= mean / n;
        }
        return n;
    }

    /** A stable 64-bit key of a text (FNV-1a). */
    public static long key(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
