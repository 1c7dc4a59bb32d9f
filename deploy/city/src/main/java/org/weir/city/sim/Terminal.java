package org.weir.city.sim;

import java.util.Map;
import org.weir.city.chance.Dice;

/** Both ends of a trip: a bus takes up its next trip, rests, leaves on time or nearly so. */
final class Terminal {
    /** However late it came, the driver gets this. */
    private static final double LEAST_LAYOVER = 75;

    /** Of all trips: the relief came late, a door would not close. */
    private static final double MISHAP = 0.03;

    /** By pattern id. */
    private final Map<String, Course> courses;

    private final Dice dice;
    private final StopService service;
    private final Record record;

    Terminal(Map<String, Course> courses, Dice dice, StopService service, Record record) {
        this.courses = courses;
        this.dice = dice;
        this.service = service;
        this.record = record;
    }

    void begin(Bus bus, double time) {
        bus.leg++;
        if (bus.leg == 0 && bus.before != null) {
            bus.driven = bus.before.driven;
        }
        bus.trip = bus.run.trips().get(bus.leg);
        bus.tripKey = Dice.key(bus.trip.id());
        bus.course = courses.get(bus.trip.pattern().id());
        bus.phase = Bus.Phase.LAYOVER;
        bus.along = 0;
        bus.speed = 0;
        bus.block = 0;
        bus.nextStop = 0;
        bus.load = 0;
        bus.decided = -1;
        bus.waitsAt = -1;
        bus.arrival = time;
        bus.driver = 0.88 + 0.18 * dice.uniform(bus.tripKey, 1, 0);
        double lateness = dice.exponential(35, 240, bus.tripKey, 2);
        if (dice.uniform(bus.tripKey, 3, 0) < MISHAP) {
            lateness += dice.between(120, 600, bus.tripKey, 4);
        }
        bus.until = Math.max(bus.trip.start() + lateness, time + LEAST_LAYOVER);
        service.open(bus);
    }

    void end(Bus bus, double time) {
        record.stop(bus, bus.nextStop, bus.arrival, time);
        if (bus.lastLeg()) {
            bus.phase = Bus.Phase.GONE;
        } else {
            begin(bus, time);
        }
    }
}
