package org.weir.city.flaw;

import java.util.HashMap;
import java.util.Map;
import org.weir.city.chance.Dice;
import org.weir.city.geo.Point;
import org.weir.city.sim.BusReport;

/** The buses' satellite receivers and clocks. Each vehicle's error remembers where it was, so reports come in order of time. */
final class Receivers {
    private static final double WANDERING = 0.9;
    private static final double FORGETS = 60;
    /** Of the position's noise, a second: receivers measure speed far better than place. */
    private static final double SPEED_NOISE = 0.03;
    /** Below this a receiver shows no movement and keeps its heading. */
    private static final double STANDING = 0.5;

    /** One receiver's memory. */
    private static final class Memory {
        long at = Long.MIN_VALUE;
        double east;
        double north;
        double heading;
        Point frozen;
    }

    private final Receiver receiver;
    private final Dice dice;
    private final Spells frozen;
    private final Map<String, Memory> memories = new HashMap<>();

    Receivers(Receiver receiver, Dice dice) {
        this.receiver = receiver;
        this.dice = dice;
        frozen = new Spells(dice.of("frozen"), receiver.frozen(), 180, 600);
    }

    /** @param place where the bus is: on its route, or beside it on a detour */
    Fix fix(BusReport report, Point place) {
        long key = Dice.key(report.vehicleId());
        long at = report.at() + clockError(key);
        if (receiver.noise() == 0 && receiver.jumps() == 0 && receiver.frozen() == 0) {
            return new Fix(at, place, report.bearing(), report.speed());
        }
        Memory memory = memories.computeIfAbsent(report.vehicleId(), k -> new Memory());
        Fix fix = receiver.noise() == 0
                ? new Fix(at, place, report.bearing(), report.speed())
                : blurred(report, place, key, at, memory);
        if (frozen.on(key, report.at())) {
            memory.frozen = memory.frozen == null ? fix.point() : memory.frozen;
            return new Fix(at, memory.frozen, memory.heading, 0);
        }
        memory.frozen = null;
        memory.heading = fix.bearing();
        return dice.uniform(key, report.at(), 9) < receiver.jumps() ? jump(fix, key, report.at()) : fix;
    }

    private Fix blurred(BusReport report, Point place, long key, long at, Memory memory) {
        wander(memory, key, report.at());
        double white = receiver.noise() * Math.sqrt(1 - WANDERING);
        double x = place.x() + memory.east + white * dice.normal(key, report.at(), 1);
        double y = place.y() + memory.north + white * dice.normal(key, report.at(), 2);
        double heading = Math.toRadians(report.bearing());
        double error = receiver.noise() * SPEED_NOISE;
        double east = report.speed() * Math.sin(heading) + error * dice.normal(key, report.at(), 3);
        double north = report.speed() * Math.cos(heading) + error * dice.normal(key, report.at(), 4);
        double speed = Math.hypot(east, north);
        double bearing = Math.toDegrees(Math.atan2(east, north));
        return speed < STANDING
                ? new Fix(at, new Point(x, y), memory.heading, 0)
                : new Fix(at, new Point(x, y), bearing < 0 ? bearing + 360 : bearing, speed);
    }

    /** The exact discrete step of a Gauss–Markov process of first order, whatever time has passed. */
    private void wander(Memory memory, long key, long at) {
        double sigma = receiver.noise() * Math.sqrt(WANDERING);
        double kept = memory.at == Long.MIN_VALUE ? 0 : Math.exp(-(at - memory.at) / FORGETS);
        double fresh = sigma * Math.sqrt(1 - kept * kept);
        memory.east = kept * memory.east + fresh * dice.normal(key, at, 5);
        memory.north = kept * memory.north + fresh * dice.normal(key, at, 6);
        memory.at = at;
    }

    private Fix jump(Fix fix, long key, long at) {
        double far = 300 + 2700 * dice.uniform(key, at, 10);
        double where = 2 * Math.PI * dice.uniform(key, at, 11);
        Point point =
                new Point(fix.point().x() + far * Math.sin(where), fix.point().y() + far * Math.cos(where));
        return new Fix(fix.at(), point, fix.bearing(), fix.speed());
    }

    private int clockError(long key) {
        return dice.uniform(key, 12, 0) < receiver.clockWrong() ? receiver.clockOff() : 0;
    }
}
