package org.weir.city.sim;

import org.weir.city.chance.Dice;
import org.weir.city.network.Frequency;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.Demand;

/**
 * Riders come to a stop at a rate of their own and wait for the route: who runs late finds more of them, stays longer and gets
 * later still, and the bus behind catches up. So buses bunch, and nobody has to make them.
 */
final class Riders {
    static final int SEATS = 40;
    static final int ROOM = 75;
    private static final double SECONDS_PER_BOARDING = 2.9;
    private static final double SECONDS_PER_ALIGHTING = 1.6;
    private static final double DOORS = 5.5;
    /** Riders that the gap before the day's first bus, or after a long pause, may gather. */
    private static final double LONGEST_GATHERING = 40 * 60;

    private final DayType day;
    private final Dice dice;

    Riders(DayType day, Dice dice) {
        this.day = day;
        this.dice = dice;
    }

    /**
     * @param weight the stop's, 1 at an average one
     * @param gap seconds since the route's bus before left this stop
     */
    int waiting(Frequency frequency, double weight, double time, double gap, long trip, int sequence) {
        double rate = busiest(frequency) * weight * Math.max(0.05, Demand.at(day, time));
        double mean = rate * Math.max(0, Math.min(gap, LONGEST_GATHERING));
        return dice.count(Math.min(60, mean), trip, sequence, 2);
    }

    /** @param left stops to go; at the last everybody leaves */
    int leaving(int load, int left, long trip, int sequence) {
        if (left <= 0) {
            return load;
        }
        // Riders stay for about nine stops.
        return Math.min(load, dice.count(load / Math.min(9.0, left + 1.0), trip, sequence, 3));
    }

    /**
     * Seconds at the stop; boarding in front and alighting behind go on at the same time.
     *
     * @param trouble the stop's own, seconds
     */
    double dwell(int boarding, int alighting, double trouble, long trip, int sequence) {
        double flow = Math.max(boarding * SECONDS_PER_BOARDING, alighting * SECONDS_PER_ALIGHTING);
        double mishap = dice.uniform(trip, sequence, 4) < 0.012 ? 35 : 0;
        double luck = dice.uniform(trip, sequence, 5);
        return DOORS + flow * (0.7 + 0.7 * luck) + trouble * (0.6 + 0.8 * luck) + mishap;
    }

    /** Riders a second at an average stop when the city is at its busiest. */
    private static double busiest(Frequency frequency) {
        return switch (frequency) {
            case TRUNK -> 0.0062;
            case MAIN -> 0.0043;
            case LOCAL -> 0.0031;
            // Its riders come from a wider ring around fewer stops.
            case EXPRESS -> 0.0040;
        };
    }
}
