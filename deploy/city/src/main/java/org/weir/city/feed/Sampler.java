package org.weir.city.feed;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.weir.city.flaw.Beat;
import org.weir.city.sim.BusReport;
import org.weir.city.sim.Operation;

/**
 * The live city's on-board computers, which make no mistakes; those that do are in {@link org.weir.city.flaw}.
 */
public final class Sampler {
    private final Operation operation;
    private final Beat beat;
    private final TreeMap<String, BusReport> newest = new TreeMap<>();
    private final Consumer<BusReport> also;

    /**
     * @param every seconds from report to report
     * @param also hears each report once
     */
    public Sampler(Operation operation, int every, Consumer<BusReport> also) {
        this.operation = operation;
        beat = new Beat(every);
        this.also = also;
    }

    /** Lets the city go on to a moment (seconds of the epoch), and listens each second. */
    public void advance(long to) {
        for (long second = operation.now() + 1; second <= to; second++) {
            long now = second;
            operation.advance(now);
            operation.report(vehicle -> beat.due(vehicle, now), report -> {
                newest.put(report.vehicleId(), report);
                also.accept(report);
            });
        }
    }

    /** The newest report of each bus that is out, by vehicle id. */
    public Collection<BusReport> newest() {
        newest.values().removeIf(r -> r.at() <= operation.now() - beat.every());
        return newest.values();
    }
}
