package org.weir.city.sim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.weir.city.network.City;
import org.weir.city.network.Frequency;
import org.weir.city.network.Pattern;
import org.weir.city.network.Route;
import org.weir.city.network.Stop;

/** What happens at stops: halt or pass, riders on and off, waiting for the timetable where a bus is early. */
final class StopService {
    /** A driver sees from here whether somebody waits. */
    private static final double SIGHT = 130;
    /** Who waits before the first bus of the day has left. */
    private static final double FIRST_GAP = 900;

    private final Riders riders;
    private final Record record;
    private final Map<String, Frequency> frequencies = new HashMap<>();
    /** When a bus of the pattern last left each of its stops. */
    private final Map<Pattern, double[]> left = new HashMap<>();

    /** Stops draw riders by their weight, a route by its frequency: its stops' mean weight counts as 1. */
    private final Map<Pattern, Double> means = new HashMap<>();

    StopService(City city, Riders riders, Record record) {
        this.riders = riders;
        this.record = record;
        for (Route route : city.routes()) {
            frequencies.put(route.id(), route.frequency());
            for (Pattern pattern : route.patterns()) {
                double[] never = new double[pattern.stops().size()];
                Arrays.fill(never, Double.NaN);
                left.put(pattern, never);
                means.put(
                        pattern,
                        pattern.stops().stream()
                                .mapToDouble(Stop::weight)
                                .average()
                                .orElse(1));
            }
        }
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
        Pattern pattern = bus.course.pattern;
        double before = left.get(pattern)[stop];
        double gap = Double.isNaN(before) ? FIRST_GAP : time - before;
        double weight = pattern.stops().get(stop).weight() / means.get(pattern);
        return riders.waiting(frequencies.get(pattern.route()), weight, time, gap, bus.tripKey, stop);
    }

    private static boolean early(Bus bus, int stop, double time) {
        return bus.course.pattern.timepoint(stop) && time < bus.trip.times()[stop];
    }

    void arrive(Bus bus, double time) {
        bus.arrival = time;
        double dwell = riders.dwell(bus.boarding, bus.alighting, bus.tripKey, bus.nextStop);
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
        left.get(bus.course.pattern)[bus.nextStop] = departure;
        record.stop(bus, bus.nextStop, arrival, departure);
        bus.nextStop++;
    }
}
