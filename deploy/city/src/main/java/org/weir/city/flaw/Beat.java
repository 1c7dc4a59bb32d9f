package org.weir.city.flaw;

import org.weir.city.chance.Dice;

/** When each bus says where it is: every {@code every} seconds, at a second of its own, so that no two timestamps need agree. */
public record Beat(int every) {
    public boolean due(String vehicle, long second) {
        return Math.floorMod(second + (Dice.key(vehicle) >>> 7), (long) every) == 0;
    }
}
