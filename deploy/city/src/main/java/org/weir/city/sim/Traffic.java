package org.weir.city.sim;

import org.weir.city.chance.Dice;
import org.weir.city.street.Block;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.Demand;

/** How fast the other traffic lets a bus go, and how many cars stand at a red light. */
final class Traffic {
    private static final double QUARTER = 900;
    /** Cars a second and lane that arrive at a signal when the city is at its busiest; a green lane serves 0.5. */
    private static final double BUSIEST_ARRIVALS = 0.19;

    private final DayType day;
    private final Dice dice;

    Traffic(DayType day, Dice dice) {
        this.day = day;
        this.dice = dice;
    }

    /**
     * Metres a second. Congestion follows the hour; every block has its better and worse quarters of an hour, which blend into
     * one another.
     */
    double speed(Block block, double time) {
        double demand = demand(time);
        long quarter = (long) Math.floor(time / QUARTER);
        double part = time / QUARTER - quarter;
        double luck =
                (1 - part) * dice.uniform(block.id(), quarter, 1) + part * dice.uniform(block.id(), quarter + 1, 1);
        double lost = block.congestion() * demand * (0.8 + 0.4 * luck);
        return block.limit() * (1 - Math.min(0.8, lost));
    }

    /** Cars a second that come to a signal on this block. */
    double arrivals(Block block, double time) {
        return BUSIEST_ARRIVALS * demand(time) * (0.45 + block.congestion());
    }

    double demand(double time) {
        return Demand.at(day, time);
    }
}
