package org.weir.dashboard.measure;

/** Grades of headway regularity, by standard deviation ÷ mean (Transit Capacity and Quality of Service Manual). */
public enum Regularity {
    /** Like clockwork. */
    A(0.21),
    /** Vehicles slightly off headway. */
    B(0.30),
    /** Vehicles often off headway. */
    C(0.39),
    /** Irregular headways, with some bunching. */
    D(0.52),
    /** Frequent bunching. */
    E(0.74),
    /** Most vehicles bunched. */
    F(Double.POSITIVE_INFINITY);

    private final double most;

    Regularity(double most) {
        this.most = most;
    }

    /** @param variation standard deviation ÷ mean; its grade is by two decimals, as the manual's table is */
    public static Regularity of(double variation) {
        double rounded = Math.round(variation * 100) / 100.0;
        for (Regularity grade : values()) {
            if (rounded <= grade.most) {
                return grade;
            }
        }
        return F;
    }
}
