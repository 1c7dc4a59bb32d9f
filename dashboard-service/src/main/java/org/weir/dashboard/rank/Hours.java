package org.weir.dashboard.rank;

/** Hours of the service day, counted from its beginning and past midnight. */
final class Hours {
    /** What runs later than 30:00 counts to the last. */
    static final int ALL = 30;

    private static final int HOUR = 3_600;
    private static final int QUIET_FROM = 21;
    private static final int QUIET_TO = 6;

    private Hours() {}

    /** @param seconds after the service day's beginning */
    static int of(double seconds) {
        return (int) Math.max(0, Math.min(ALL - 1, Math.floor(seconds / HOUR)));
    }

    /** As the registry's free flow has it: 21:00 to 6:00. */
    static boolean quiet(int hour) {
        return hour >= QUIET_FROM || hour < QUIET_TO;
    }
}
