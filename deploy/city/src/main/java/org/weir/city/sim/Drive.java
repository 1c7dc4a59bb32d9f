package org.weir.city.sim;

import org.weir.city.street.Block;
import org.weir.city.street.Signal;

/** One second at the wheel: how fast, and does it pass the end of the block. */
final class Drive {
    /** A car in a queue, with its gap. */
    private static final double CAR = 7;
    /** Seconds for each car in front until the wave of starting reaches a bus, and until the line is free. */
    private static final double START_WAVE = 1.1;

    private static final double SATURATION = 2.0;

    private final Traffic traffic;
    private final Lanes lanes;

    Drive(Traffic traffic, Lanes lanes) {
        this.traffic = traffic;
        this.lanes = lanes;
    }

    /**
     * The speed a bus has a second later.
     *
     * @param halt metres to the stop it is going to halt at, {@link Double#MAX_VALUE} for none
     */
    double speedAfter(Bus bus, double time, double halt) {
        Block block = bus.course.block(bus.block);
        double wish = Math.min(block.limit(), traffic.speed(block, time) * bus.driver);
        double speed = Math.min(wish, bus.speed + Motion.ACCELERATION);
        double toEnd = bus.course.ends[bus.block] - bus.along;
        speed = Math.min(speed, Motion.towards(toEnd, bus.speed, bus.course.exitSpeeds[bus.block]));
        if (halt < Double.MAX_VALUE) {
            speed = Math.min(speed, Motion.towards(halt, bus.speed, 0));
        }
        Signal signal = bus.course.signals[bus.block];
        if (signal != null && toEnd < 160) {
            speed = Math.min(speed, atSignal(bus, block, signal, time));
        }
        speed = Math.min(speed, lanes.speedBehind(bus));
        return Math.max(Math.max(0, speed), bus.speed - Motion.HARDEST_BRAKING);
    }

    /** A red light stops a bus behind the cars that came before it; they leave one after the other when it turns green. */
    private double atSignal(Bus bus, Block block, Signal signal, double time) {
        double toLine = bus.course.line(bus.block) - bus.along;
        double green = signal.green(block.northSouth());
        double since = signal.sinceGreen(block.northSouth(), time);
        boolean red = since >= green;
        boolean waited = bus.waitsAt == bus.block;
        if (!red) {
            return waited && time < bus.released
                    ? Motion.towards(queueEnd(bus, toLine), bus.speed, 0)
                    : Double.MAX_VALUE;
        }
        if (toLine < -1 || !waited && !Motion.canHalt(toLine, bus.speed)) {
            return Double.MAX_VALUE;
        }
        double nextGreen = time + signal.cycle() - since;
        if (!waited) {
            bus.waitsAt = bus.block;
            // No more cars than there is street behind the line, and none where the bus has already passed their place.
            double cars = traffic.arrivals(block, time) * (since - green);
            bus.carsAhead = Math.min(cars, Math.max(0, toLine - bus.speed * bus.speed / (2 * Motion.BRAKING)) / CAR);
            bus.released = nextGreen + bus.carsAhead * START_WAVE;
        } else if (time >= bus.released) {
            // It moved up in the last green and was caught by the next red: those ahead have gone.
            bus.carsAhead = Math.max(0, Math.min(bus.carsAhead - green / SATURATION, toLine / CAR));
            bus.released = nextGreen + bus.carsAhead * START_WAVE;
        }
        return Motion.towards(queueEnd(bus, toLine), bus.speed, 0);
    }

    private static double queueEnd(Bus bus, double toLine) {
        return toLine - bus.carsAhead * CAR;
    }
}
