package org.weir.dashboard.measure;

/** Student's t: what a 95% interval is wide by, in standard errors. */
public final class Student {
    /** The same for ever more days. */
    static final double NORMAL = 1.959964;

    /** By degrees of freedom from 1. */
    private static final double[] TWO_SIDED_95 = {
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448,
        2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860
    };

    private Student() {}

    /** @param freedom degrees of freedom, whole or not, 1 or more; what is less counts as 1 */
    public static double t95(double freedom) {
        int below = (int) Math.max(1, Math.floor(freedom));
        if (below < TWO_SIDED_95.length) {
            double share = Math.max(0, freedom - below);
            return TWO_SIDED_95[below - 1] + share * (TWO_SIDED_95[below] - TWO_SIDED_95[below - 1]);
        }
        double z = NORMAL;
        double square = z * z;
        // Fisher's expansion (Abramowitz and Stegun 26.7.5): three terms are within 0.0001 from here on.
        double first = z * (square + 1) / 4;
        double second = z * ((5 * square + 16) * square + 3) / 96;
        double third = z * (((3 * square + 19) * square + 17) * square - 15) / 384;
        return z + (first + (second + third / freedom) / freedom) / freedom;
    }
}
