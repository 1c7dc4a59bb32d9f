package org.weir.city.sim;

import java.time.LocalDate;
import java.util.Arrays;
import org.weir.city.chance.Dice;
import org.weir.city.network.City;
import org.weir.city.network.Planted;
import org.weir.city.street.Block;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.Demand;

/** How fast the other traffic lets a bus go, and how many cars stand at a red light. */
final class Traffic {
    private static final double QUARTER = 900;
    /** Cars a second and lane that arrive at a signal when the city is at its busiest; a green lane serves 0.5. */
    private static final double BUSIEST_ARRIVALS = 0.19;
    /** The congestion of a street under works. */
    private static final double WORKS = 0.95;

    /** Nobody feels a change of a few seconds; so a block's speed is worked out once for all its buses. */
    private static final int STEP = 10;

    private final DayType day;
    private final Dice dice;
    /** Some dates are worse than others: rain, works, a match. */
    private final double dateFactor;

    /** By block: somebody has dug up half the street today. */
    private final boolean[] works;

    private final long[] known;
    private final double[] speeds;

    Traffic(DayType day, Dice dice, City city, LocalDate date) {
        int blocks = city.streets().blocks().size();
        this.day = day;
        this.dice = dice;
        dateFactor = dice.between(0.92, 1.2, 1, 2);
        known = new long[blocks];
        speeds = new double[blocks];
        Arrays.fill(known, -1);
        works = new boolean[blocks];
        for (Planted planted : city.planted()) {
            if (planted.kind() == Planted.Kind.BAD_DAY && planted.on(date)) {
                planted.blocks().forEach(block -> works[block] = true);
            }
        }
    }

    /**
     * Metres a second. Congestion follows the hour; every block has its better and worse quarters of an hour, which blend into
     * one another.
     */
    double speed(Block block, double time) {
        long step = (long) (time / STEP);
        if (known[block.id()] != step) {
            known[block.id()] = step;
            speeds[block.id()] = computed(block, step * STEP);
        }
        return speeds[block.id()];
    }

    private double computed(Block block, double time) {
        double demand = demand(time);
        long quarter = (long) Math.floor(time / QUARTER);
        double part = time / QUARTER - quarter;
        double luck =
                (1 - part) * dice.uniform(block.id(), quarter, 1) + part * dice.uniform(block.id(), quarter + 1, 1);
        double lost = (works[block.id()] ? WORKS : block.congestion()) * demand * dateFactor * (0.6 + 0.8 * luck);
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
