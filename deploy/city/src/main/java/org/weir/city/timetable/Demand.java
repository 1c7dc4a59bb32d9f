package org.weir.city.timetable;

/** How busy streets and stops are by hour, 0–1, 1 being the worst quarter of an hour of a weekday. */
public final class Demand {
    private static final Hours WEEKDAY = new Hours(
            0.06, 0.03, 0.02, 0.02, 0.04, 0.16, 0.46, 0.86, 1.0, 0.74, 0.56, 0.56, 0.62, 0.62, 0.67, 0.82, 0.96, 1.0,
            0.74, 0.48, 0.33, 0.26, 0.18, 0.11);
    private static final Hours SATURDAY = new Hours(
            0.12, 0.09, 0.06, 0.03, 0.03, 0.05, 0.12, 0.24, 0.38, 0.50, 0.60, 0.66, 0.70, 0.70, 0.68, 0.65, 0.62, 0.58,
            0.52, 0.44, 0.36, 0.30, 0.24, 0.18);
    private static final Hours SUNDAY = new Hours(
            0.13, 0.09, 0.06, 0.03, 0.03, 0.04, 0.07, 0.14, 0.24, 0.36, 0.46, 0.52, 0.55, 0.55, 0.53, 0.50, 0.46, 0.42,
            0.36, 0.30, 0.24, 0.19, 0.13, 0.08);

    private Demand() {}

    /** @param seconds of the service day */
    public static double at(DayType day, double seconds) {
        Hours hours =
                switch (day) {
                    case WEEKDAY -> WEEKDAY;
                    case SATURDAY -> SATURDAY;
                    case SUNDAY -> SUNDAY;
                };
        return hours.value(seconds);
    }
}
