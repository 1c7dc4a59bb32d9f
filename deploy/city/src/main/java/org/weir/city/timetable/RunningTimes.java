package org.weir.city.timetable;

import org.weir.city.network.City;
import org.weir.city.network.Pattern;
import org.weir.city.network.Stop;
import org.weir.city.street.Block;
import org.weir.city.street.Signal;
import org.weir.city.street.Streets;

/** What the schedule grants from stop to stop: the speed the streets allow at that hour, signals and riders on average. */
final class RunningTimes {
    /** Doors, braking and starting at a stop that is served, seconds. */
    private static final double STOP_LOSS = 16;
    /** Of the wait at a signal that chance alone would give (red² / 2 cycle); queues make it longer at the peaks. */
    private static final double SIGNAL_QUEUE = 0.9;

    private static final double TURN_LOSS = 5;
    /** Congestion on a date that is neither good nor bad, and what drivers make of the speed it allows. */
    private static final double ORDINARY_DATE = 1.06;

    private static final double ORDINARY_DRIVER = 0.96;

    private final Streets streets;
    private final DayType day;

    RunningTimes(City city, DayType day) {
        streets = city.streets();
        this.day = day;
    }

    /** Seconds of the service day at each stop of a trip that starts at {@code start}. */
    int[] times(Pattern pattern, int start) {
        double[] exact = paced(pattern, needed(pattern, start));
        int[] times = new int[exact.length];
        int before = 0;
        times[0] = start;
        for (int i = 1; i < exact.length; i++) {
            if (pattern.timepoint(i)) {
                times[i] = (int) Math.round(exact[i] / 60) * 60;
                // Timepoints read in whole minutes; the stops between share what the rounding moved.
                double stretch = (times[i] - times[before]) / (exact[i] - exact[before]);
                for (int k = before + 1; k < i; k++) {
                    times[k] = (int) Math.round(times[before] + (exact[k] - exact[before]) * stretch);
                }
                before = i;
            }
        }
        return times;
    }

    /** What is granted, where that is not what is needed. */
    private static double[] paced(Pattern pattern, double[] needed) {
        double[] granted = needed.clone();
        for (int i = 1; i < granted.length; i++) {
            granted[i] = granted[i - 1] + (needed[i] - needed[i - 1]) * pattern.pace()[i];
        }
        return granted;
    }

    private double[] needed(Pattern pattern, int start) {
        double[] times = new double[pattern.stops().size()];
        double time = start;
        double at = 0;
        int stop = 1;
        times[0] = start;
        for (int b = 0; b < pattern.blocks().size() && stop < times.length; b++) {
            Block block = pattern.blocks().get(b);
            double demand = Demand.at(day, time);
            double speed = block.limit() * (1 - block.congestion() * demand * ORDINARY_DATE) * ORDINARY_DRIVER;
            double end = pattern.blockStarts()[b] + block.line().length();
            while (stop < times.length && pattern.stopDistances()[stop] <= end) {
                time += (pattern.stopDistances()[stop] - at) / speed
                        + stopLoss(pattern.stops().get(stop), demand);
                at = pattern.stopDistances()[stop];
                times[stop++] = time;
            }
            time += (end - at) / speed + atEnd(pattern, b, demand);
            at = end;
        }
        return times;
    }

    private static double stopLoss(Stop stop, double demand) {
        return (STOP_LOSS + stop.trouble()) * Math.min(1.05, 0.55 + 0.6 * demand);
    }

    private double atEnd(Pattern pattern, int b, double demand) {
        Block block = pattern.blocks().get(b);
        double loss = 0;
        Signal signal = streets.to(block).signal();
        if (signal != null) {
            double red = signal.cycle() - signal.green(block.northSouth());
            loss += (red * red / (2 * signal.cycle()) + 4) * (SIGNAL_QUEUE + 0.5 * demand);
        }
        if (b + 1 < pattern.blocks().size()
                && Streets.angle(block, pattern.blocks().get(b + 1)) > 35) {
            loss += TURN_LOSS;
        }
        return loss;
    }
}
