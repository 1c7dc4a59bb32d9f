package org.weir.city.sim;

/** Who drives on which block, so that each sees the bus ahead. Buses at a stop or a terminal stand in a bay and are passed. */
final class Lanes {
    /** A bus, and a little air. */
    static final double ROOM = 14;
    /** How far a driver looks past the end of the block. */
    private static final double SIGHT = 70;

    private final Bus[] first;
    private final int[] taken;
    private int count;

    Lanes(int blocks) {
        first = new Bus[blocks];
        taken = new int[blocks];
    }

    /** Everybody looks up at the same moment: what is seen in a second is how things stood at its beginning. */
    void see(Iterable<Bus> buses) {
        while (count > 0) {
            first[taken[--count]] = null;
        }
        for (Bus bus : buses) {
            if (bus.phase == Bus.Phase.DRIVING) {
                int id = bus.course.block(bus.block).id();
                if (first[id] == null) {
                    taken[count++] = id;
                }
                bus.seenAt = bus.onBlock();
                bus.seenSpeed = bus.speed;
                bus.nextOnBlock = first[id];
                first[id] = bus;
            }
        }
    }

    /** The speed the bus ahead allows, {@link Double#MAX_VALUE} where the road is free. */
    double speedBehind(Bus bus) {
        Bus ahead = null;
        double gap = Double.MAX_VALUE;
        double own = bus.onBlock();
        for (Bus other = first[bus.course.block(bus.block).id()]; other != null; other = other.nextOnBlock) {
            double distance = other.seenAt - own;
            boolean inFront = distance > 0 || distance == 0 && other.index < bus.index;
            if (other != bus && inFront && distance < gap) {
                ahead = other;
                gap = distance;
            }
        }
        double rest = bus.course.ends[bus.block] - bus.along;
        if (ahead == null && rest < SIGHT && bus.block + 1 < bus.course.ends.length) {
            for (Bus other = first[bus.course.block(bus.block + 1).id()]; other != null; other = other.nextOnBlock) {
                if (rest + other.seenAt < gap) {
                    ahead = other;
                    gap = rest + other.seenAt;
                }
            }
        }
        // Who is ahead may brake within this second, so a little less than its speed is counted on.
        return ahead == null
                ? Double.MAX_VALUE
                : Motion.towards(gap - ROOM, bus.speed, Math.max(0, ahead.seenSpeed - 1));
    }
}
