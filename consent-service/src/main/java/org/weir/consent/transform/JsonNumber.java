package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;

/** Reads the number that JSON writes, without a text in between where that gives the same. */
final class JsonNumber {
    /** A double holds every integer up to this one exactly. */
    private static final long EXACT = 1L << 53;
    /** A long holds every number of so many digits. */
    private static final int MOST_DIGITS = 18;
    /** Powers of ten that a double holds exactly; a quotient of two exact numbers is rounded once, as it should be. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private JsonNumber() {}

    /** The number nearest to what is written; not a number (NaN) where no number is written. */
    static double parse(byte[] json, int from, int to) {
        int at = from;
        boolean negative = at < to && json[at] == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int fraction = -1;
        for (; at < to; at++) {
            byte b = json[at];
            if (b >= '0' && b <= '9') {
                digits = 10 * digits + b - '0';
                count++;
                if (fraction >= 0) {
                    fraction++;
                }
            } else if (b == '.' && fraction < 0) {
                fraction = 0;
            } else {
                return slowly(json, from, to);
            }
            if (count > MOST_DIGITS) {
                return slowly(json, from, to);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double power = POWERS[Math.max(0, fraction)];
        double value = digits <= EXACT ? digits / power : nearest(digits, power);
        if (Double.isNaN(value)) {
            return slowly(json, from, to);
        }
        return negative ? -value : value;
    }

    /**
     * The quotient of the nearest double and the power, and what that leaves of the digits divided once more: nearer to
     * the truth than two doubles lie to each other.
     *
     * @return not a number (NaN) where the truth is so near to the middle of two doubles that this cannot tell
     */
    private static double nearest(long digits, double power) {
        double most = digits;
        double quotient = most / power;
        double left = Math.fma(-quotient, power, most) + (digits - (long) most);
        double correction = left / power;
        double doubt = Math.abs(correction) * 0x1p-50;
        double value = quotient + (correction - doubt);
        return value == quotient + (correction + doubt) ? value : Double.NaN;
    }

    private static double slowly(byte[] json, int from, int to) {
        byte first = json[from];
        if (first != '-' && (first < '0' || first > '9')) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(new String(json, from, to - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
