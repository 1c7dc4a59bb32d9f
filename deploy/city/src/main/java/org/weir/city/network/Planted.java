package org.weir.city.network;

import java.time.LocalDate;
import java.util.List;
import org.weir.city.geo.Line;

/**
 * A place where something is wrong on purpose, so that whoever looks for it can be told whether it was found.
 *
 * @param id for instance {@code lane-1}
 * @param name what and where, for people
 * @param street the street's name; of a schedule the route's
 * @param lines where buses feel it, one for each direction: the slow stretch; the 150 m before the signal; the 60 m around the
 *     stop; the part of the route with the wrong times
 * @param blocks ids of the street blocks it lies on
 * @param crossing the signal's crossing, −1 for others
 * @param stop the stop's id; of a wrong timetable the last stop it is wrong at; null for others
 * @param pattern the id of the route's direction, {@code 5-0}, null for others
 * @param day of a bad day: on which of each 28 days (epoch day modulo 28), −1 for every day
 */
public record Planted(
        String id,
        Kind kind,
        String name,
        String street,
        List<Line> lines,
        List<Integer> blocks,
        int crossing,
        String stop,
        String pattern,
        int day) {
    /** What is wrong, or what only looks so. */
    public enum Kind {
        /** An arterial's stretch of one to two kilometres, slow for hours each weekday, with many buses: a bus lane would help. */
        LANE,
        /** A signal that gives the buses' street less than a fifth of a long cycle. */
        SIGNAL,
        /** A stop where each halt takes three quarters of a minute longer: a step, coins in a box. */
        STOP,
        /** A timetable that asks for more than the bus can do on streets that are as fast as ever. */
        SCHEDULE,
        /** Decoy: the timetable grants too much, and buses wait for it at a timepoint. */
        HOLDING,
        /** Decoy: a busy stretch that is very slow on one weekday in four weeks. */
        BAD_DAY,
        /** Decoy: as slow as can be, but hardly a bus goes there. */
        FEW_BUSES;

        /** True for what must not be taken for a place that needs mending. */
        public boolean decoy() {
            return compareTo(SCHEDULE) > 0;
        }
    }

    public boolean on(LocalDate date) {
        return day < 0 || Math.floorMod(date.toEpochDay(), 28L) == day;
    }
}
