package org.weir.city.timetable;

/** A curve given for each full hour of the day, straight between them. */
public final class Hours {
    private final double[] at;

    /** @param at 24 values, midnight first */
    public Hours(double... at) {
        if (at.length != 24) {
            throw new IllegalArgumentException("a day has 24 hours, not " + at.length);
        }
        this.at = at.clone();
    }

    /** @param seconds of the service day; past 24:00 the curve begins again */
    public double value(double seconds) {
        double hour = seconds / 3600;
        hour -= Math.floor(hour / 24) * 24;
        int whole = (int) hour;
        double part = hour - whole;
        return at[whole] * (1 - part) + at[(whole + 1) % 24] * part;
    }
}
