package org.weir.city.flaw;

import org.weir.city.chance.Dice;

/** Spells of a kind that come over a vehicle: at most one in each half hour, and whole within it. */
final class Spells {
    private static final int HALF_HOUR = 1800;

    private final Dice dice;
    private final double share;
    private final int shortest;
    private final int longest;

    /** @param share of the half hours that hold one; lengths in seconds */
    Spells(Dice dice, double share, int shortest, int longest) {
        this.dice = dice;
        this.share = share;
        this.shortest = shortest;
        this.longest = longest;
    }

    boolean on(long vehicle, long at) {
        long slot = Math.floorDiv(at, HALF_HOUR);
        if (share == 0 || dice.uniform(vehicle, slot, 1) >= share) {
            return false;
        }
        double length = shortest + (longest - shortest) * dice.uniform(vehicle, slot, 2);
        double begin = (HALF_HOUR - length) * dice.uniform(vehicle, slot, 3);
        double since = at - slot * HALF_HOUR - begin;
        return since >= 0 && since < length;
    }
}
