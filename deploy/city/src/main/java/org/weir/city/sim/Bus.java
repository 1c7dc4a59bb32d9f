package org.weir.city.sim;

import org.weir.city.timetable.Run;
import org.weir.city.timetable.Trip;

/** One vehicle at work: what changes from second to second. Only {@link ServiceDay} and {@link Drive} touch it. */
final class Bus {
    enum Phase {
        /** Not yet out. */
        HOME,
        /** At the first stop of its trip. */
        LAYOVER,
        DRIVING,
        DWELLING,
        /** At the last stop, doors open. */
        EMPTYING,
        GONE
    }

    final int index;
    final Run run;
    final String vehicle;
    /** The run of the same vehicle before this one, null for none. */
    final Bus before;

    final double odometerAtStart;

    Phase phase = Phase.HOME;
    int leg = -1;
    Trip trip;
    long tripKey;
    Course course;
    /** Metres along the trip's shape, and metres a second. */
    double along;

    double speed;
    double driven;
    int block;
    int nextStop;
    /** When the phase ends, seconds of the service day. */
    double until;

    double arrival;
    int load;
    /** This driver's share of the speed that traffic allows. */
    double driver;
    /** The stop at which it was decided whether to halt, and the decision. */
    int decided = -1;

    boolean halts;
    int boarding;
    int alighting;
    /** Whose red light it waits at (block), behind how many cars, and when the queue in front lets it move. */
    int waitsAt = -1;

    double carsAhead;
    double released;
    /** Where the others saw it when this second began: metres on its block, its speed, and the next one on that block. */
    double seenAt;

    double seenSpeed;
    Bus nextOnBlock;

    Bus(int index, Run run, String vehicle, Bus before, double odometerAtStart) {
        this.index = index;
        this.run = run;
        this.vehicle = vehicle;
        this.before = before;
        this.odometerAtStart = odometerAtStart;
    }

    boolean out() {
        return phase != Phase.HOME && phase != Phase.GONE;
    }

    boolean lastLeg() {
        return leg == run.trips().size() - 1;
    }

    /** Metres from the start of the block it is on. */
    double onBlock() {
        return along - course.pattern.blockStarts()[block];
    }
}
