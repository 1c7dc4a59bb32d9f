package org.weir.city.sim;

/** What happens at stops: halt or pass, riders on and off, waiting for the timetable where a bus is early. */
final class StopService {
    /** A driver sees from here whether somebody waits. */
    private static final double SIGHT = 130;
    /** Who waits before the first bus of the day has left. */
    private static final double FIRST_GAP = 900;

    private final Riders riders;
    private final Record record;

    StopService(Riders riders, Record record) {
        this.riders = riders;
        this.record = record;
    }

    /** The doors of a new trip are open: riders board until it leaves. */
    void open(Bus bus) {
        bus.boarding = waiting(bus, 0, bus.until);
        bus.alighting = 0;
    }

    /** Metres to the next stop where the bus is to halt there, {@link Double#MAX_VALUE} where not or not yet known. */
    double halt(Bus bus, double time) {
        double distance = bus.course.pattern.stopDistances()[bus.nextStop] - bus.along;
        if (distance > SIGHT) {
            return Double.MAX_VALUE;
        }
        if (bus.decided != bus.nextStop) {
            decide(bus, time);
        }
        return bus.halts ? distance : Double.MAX_VALUE;
    }

    private void decide(Bus bus, double time) {
        int stop = bus.nextStop;
        int last = bus.course.stops() - 1;
        bus.decided = stop;
        bus.alighting = riders.leaving(bus.load, last - stop, bus.tripKey, stop);
        bus.boarding = stop == last ? 0 : Math.min(waiting(bus, stop, time), Riders.ROOM - bus.load + bus.alighting);
        bus.halts = stop == last || bus.boarding + bus.alighting > 0 || early(bus, stop, time);
    }

    private int waiting(Bus bus, int stop, double time) {
        Course course = bus.course;
        double gap = Double.isNaN(course.left[stop]) ? FIRST_GAP : time - course.left[stop];
        return riders.waiting(course.frequency, course.weights[stop], time, gap, bus.tripKey, stop);
    }

    private static boolean early(Bus bus, int stop, double time) {
        return bus.course.pattern.timepoint(stop) && time < bus.trip.times()[stop];
    }

    void arrive(Bus bus, double time) {
        bus.arrival = time;
        double dwell = riders.dwell(bus.boarding, bus.alighting, trouble(bus), bus.tripKey, bus.nextStop);
        if (bus.nextStop == bus.course.stops() - 1) {
            bus.phase = Bus.Phase.EMPTYING;
            bus.load = 0;
            bus.until = time + dwell + 8;
            return;
        }
        bus.phase = Bus.Phase.DWELLING;
        bus.until = time + dwell;
        if (early(bus, bus.nextStop, bus.until)) {
            bus.until = bus.trip.times()[bus.nextStop];
        }
    }

    private static double trouble(Bus bus) {
        return bus.course.pattern.stops().get(bus.nextStop).trouble();
    }

    void leave(Bus bus, double time) {
        bus.phase = Bus.Phase.DRIVING;
        bus.load += bus.boarding - bus.alighting;
        departed(bus, bus.arrival, time);
    }

    /** Notes a stop that the bus passes within this part of a second without halting. */
    void pass(Bus bus, double distance, double time, double part) {
        double to = bus.course.pattern.stopDistances()[bus.nextStop] - bus.along;
        if (distance > 0 && to <= distance && bus.nextStop < bus.course.stops() - 1) {
            double at = time + part * Math.max(0, to) / distance;
            departed(bus, at, at);
        }
    }

    private void departed(Bus bus, double arrival, double departure) {
        bus.course.left[bus.nextStop] = departure;
        record.stop(bus, bus.nextStop, arrival, departure);
        bus.nextStop++;
    }
}
