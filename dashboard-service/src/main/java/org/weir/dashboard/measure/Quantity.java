package org.weir.dashboard.measure;

/**
 * What is measured, one value an event. Kept values are whole multiples of a unit: durations of a tenth of a second, so
 * that sums are exact and adding up in any order gives the same. The edges of the bins contain every threshold of the
 * registry (−60, 0, 180, 300, 360 s; 25, 50 and 150%; 120 s), so that counts below a threshold are exact. The order of
 * the constants is part of the stored form: new ones go to the end.
 */
public enum Quantity {
    /** From leaving a stop to coming to the next; at a route, of the whole trip; at a corridor or area, through it. Seconds. */
    RUNNING(Kind.DURATION),
    /** At a stop between the first and the last; at a segment, at the stop that ends it; else the sum. Seconds. */
    DWELL(Kind.DURATION),
    /** Scheduled time of what {@link #RUNNING} and {@link #DWELL} are of, from departure to departure. Seconds. */
    SCHEDULED_TIME(Kind.DURATION),
    /** From the first stop's departure to the last stop's arrival. Seconds. */
    TRIP_TIME(Kind.DURATION),
    /** Between two vehicles that leave a stop one after the other. Seconds. */
    HEADWAY(Kind.HEADWAY),
    /** Between two trips that are to leave a stop one after the other. Seconds. */
    SCHEDULED_HEADWAY(Kind.HEADWAY),
    /** A headway in parts of the scheduled one; kept in steps of 0.05. */
    HEADWAY_RATIO(Kind.RATIO),
    /** A headway minus the scheduled one; kept in steps of 30 s. */
    HEADWAY_OVER(Kind.OVER),
    /** Departure minus scheduled departure at a first stop. Seconds. */
    LATENESS_FIRST(Kind.LATENESS),
    /** The same at stops between. Seconds. */
    LATENESS_BETWEEN(Kind.LATENESS),
    /** Arrival minus scheduled time at a last stop. Seconds. */
    LATENESS_LAST(Kind.LATENESS),
    /** Riders on board on leaving a stop, in per cent of seats. */
    CROWDING(Kind.CROWDING),
    /** {@link #RUNNING} of a way that others are not as long as (of a whole trip, of a stretch): seconds for a kilometre. */
    PACE(Kind.DURATION);

    private static final double EVEN = 1e-9;

    private enum Kind {
        DURATION(0.1, false, new Bins.Growing()),
        HEADWAY(0.1, false, new Bins.Linear(150)),
        RATIO(0.05, false, new Bins.Linear(1)),
        OVER(30, true, new Bins.Linear(1)),
        LATENESS(0.1, true, new Bins.Linear(150)),
        CROWDING(1, false, new Bins.Linear(5));

        private final double unit;
        private final boolean signed;
        private final Bins bins;

        Kind(double unit, boolean signed, Bins bins) {
            this.unit = unit;
            this.signed = signed;
            this.bins = bins;
        }
    }

    /** Nothing of a service day lasts longer than two days: what does is kept as that. In units. */
    private static final long MOST = 2 * 864_000;

    private final Kind kind;

    Quantity(Kind kind) {
        this.kind = kind;
    }

    Bins bins() {
        return kind.bins;
    }

    /** Whether values may be below 0. */
    boolean signed() {
        return kind.signed;
    }

    /** A value in whole units: the nearest; where a bin is one unit wide, the one at or below. */
    long units(double value) {
        double in = value / kind.unit;
        long nearest = kind.bins.exact() ? (long) Math.floor(in + EVEN) : Math.round(in);
        return Math.max(least(), Math.min(most(), nearest));
    }

    /** The least that is kept, in units. */
    long least() {
        return kind.signed ? -MOST : 0;
    }

    /** The most that is kept, in units. */
    long most() {
        return MOST;
    }

    /** @throws IllegalArgumentException where nothing of this quantity can be so many units */
    long checked(long units) {
        if (units < least() || units > most()) {
            throw new IllegalArgumentException("A value in a sheet cannot be.");
        }
        return units;
    }

    /** What a value in units stands for. */
    double value(double units) {
        return units * kind.unit;
    }

    /** What the mean of kept values lies below the mean of the true ones, in units. */
    double lost() {
        return kind.bins.exact() ? 0.5 : 0;
    }
}
