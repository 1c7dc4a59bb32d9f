package org.weir.city.timetable;

import org.weir.city.network.Frequency;

/** Minutes between departures by hour of the service day. */
final class Headways {
    /** The first departure: from here to a day later (and a little, so that two dates overlap) trips begin. */
    static final int FIRST = 4 * 60;

    static final int LAST = FIRST + 24 * 60 + 20;

    private Headways() {}

    /** @param minute of the service day at which the last bus left */
    static int after(Frequency frequency, DayType day, int minute) {
        return switch (day) {
            case WEEKDAY -> weekday(frequency, minute);
            case SATURDAY -> weekend(frequency, minute);
            // A Sunday is a thinner Saturday, but its nights are nights.
            case SUNDAY ->
                minute >= 7 * 60 && minute < 21 * 60 ? weekend(frequency, minute) * 5 / 4 : weekend(frequency, minute);
        };
    }

    private static int weekday(Frequency frequency, int minute) {
        if (minute < 5 * 60 + 30) {
            return pick(frequency, 15, 20, 24);
        }
        if (minute < 6 * 60 + 30) {
            return pick(frequency, 8, 10, 14);
        }
        if (minute < 9 * 60 + 30 || minute >= 15 * 60 && minute < 18 * 60 + 30) {
            return pick(frequency, 6, 7, 9);
        }
        if (minute < 15 * 60) {
            return pick(frequency, 7, 9, 12);
        }
        if (minute < 21 * 60) {
            return pick(frequency, 9, 12, 15);
        }
        return night(frequency, minute);
    }

    private static int weekend(Frequency frequency, int minute) {
        if (minute < 7 * 60) {
            return pick(frequency, 16, 20, 24);
        }
        if (minute < 9 * 60) {
            return pick(frequency, 10, 14, 18);
        }
        if (minute < 19 * 60) {
            return pick(frequency, 8, 11, 14);
        }
        return minute < 21 * 60 ? pick(frequency, 12, 15, 18) : night(frequency, minute);
    }

    private static int night(Frequency frequency, int minute) {
        return minute < 24 * 60 ? pick(frequency, 12, 16, 20) : pick(frequency, 17, 20, 22);
    }

    private static int pick(Frequency frequency, int trunk, int main, int local) {
        return switch (frequency) {
            case TRUNK -> trunk;
            case MAIN -> main;
            case LOCAL -> local;
            case EXPRESS -> local * 2;
        };
    }
}
