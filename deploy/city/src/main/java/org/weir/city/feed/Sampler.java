package org.weir.city.feed;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.weir.city.chance.Dice;
import org.weir.city.sim.BusReport;
import org.weir.city.sim.Operation;
import org.weir.city.sim.ServiceDay;

/**
 * On-board computers: each bus says where it is every {@code every} seconds, at a second of its own, so that no two timestamps
 * need agree. What later dims the picture (noise, gaps, late messages) belongs between here and {@link Positions}.
 */
public final class Sampler {
    private final Operation operation;
    private final int every;
    private final TreeMap<String, BusReport> newest = new TreeMap<>();
    private final Consumer<BusReport> also;

    /**
     * @param every seconds from report to report
     * @param also hears each report once
     */
    public Sampler(Operation operation, int every, Consumer<BusReport> also) {
        this.operation = operation;
        this.every = every;
        this.also = also;
    }

    /** Lets the city go on to a moment (seconds of the epoch), and listens each second. */
    public void advance(long to) {
        for (long second = operation.now() + 1; second <= to; second++) {
            long now = second;
            operation.advance(now);
            operation.report(vehicle -> due(vehicle, now, every), report -> {
                newest.put(report.vehicleId(), report);
                also.accept(report);
            });
        }
    }

    /** The newest report of each bus that is out, by vehicle id. */
    public Collection<BusReport> newest() {
        newest.values().removeIf(r -> r.at() <= operation.now() - every);
        return newest.values();
    }

    /** A whole service date, from its first bus to its last, each report in order of time. */
    public static void sample(ServiceDay day, int every, Consumer<BusReport> to) {
        for (long second = day.begins().getEpochSecond(); !day.over(); second++) {
            long now = second;
            day.advance(now);
            day.report(vehicle -> due(vehicle, now, every), to);
        }
    }

    private static boolean due(String vehicle, long second, int every) {
        return Math.floorMod(second + (Dice.key(vehicle) >>> 7), (long) every) == 0;
    }
}
