package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.Count;
import org.weir.dashboard.measure.Definition;
import org.weir.dashboard.measure.Histogram;
import org.weir.dashboard.measure.Quantity;

/**
 * A speed with what it rests on; without the number where it rests on too little. Metres a second.
 *
 * @param n traversals
 * @param trips trips, each of which traverses a segment once
 * @param tooFew whether n is below the definition's minimum
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(long n, long trips, Double meanMps, Double p10Mps, Double p50Mps, Double p90Mps, boolean tooFew) {
    static Figure of(Cell cell) {
        Histogram running = cell.of(Quantity.RUNNING);
        long n = running.n();
        if (n < Definition.SEGMENT_SPEED.minimumN()) {
            return new Figure(n, n, null, null, null, null, true);
        }
        double metres = (double) cell.count(Count.METRES) / n;
        return new Figure(
                n,
                n,
                speed(metres, running.mean()),
                // The slowest tenth has the longest running times.
                speed(metres, running.quantile(0.9)),
                speed(metres, running.quantile(0.5)),
                speed(metres, running.quantile(0.1)),
                false);
    }

    private static double speed(double metres, double seconds) {
        return Math.round(metres / seconds * 1000) / 1000.0;
    }
}
