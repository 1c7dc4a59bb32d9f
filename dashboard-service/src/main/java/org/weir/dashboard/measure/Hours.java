package org.weir.dashboard.measure;

/** Parts of a service day, by quarter hour. */
public final class Hours {
    private static final int A_DAY = 96;

    private Hours() {}

    /** From 21:00 to 6:00, when streets are emptiest. */
    public static boolean quiet(int quarter) {
        int clock = Math.floorMod(quarter, A_DAY);
        return clock < 6 * 4 || clock >= 21 * 4;
    }

    /** By the choice of {@link Parameter#PEAKS}. */
    public static boolean peak(int quarter, Choices choices) {
        boolean wide = choices.of(Parameter.PEAKS).equals("wide");
        return quarter >= 7 * 4 && quarter < (wide ? 10 * 4 : 9 * 4)
                || quarter >= 16 * 4 && quarter < (wide ? 19 * 4 : 18 * 4 + 2);
    }
}
