package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.weir.dashboard.measure.Definition;
import org.weir.dashboard.measure.SpeedAccumulator;

/**
 * A speed with what it rests on; without the number where it rests on too little. Metres a second.
 *
 * @param n traversals
 * @param trips trips
 * @param tooFew whether n is below the definition's minimum
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(int n, int trips, Double meanMps, Double p10Mps, Double p50Mps, Double p90Mps, boolean tooFew) {
    static Figure of(SpeedAccumulator speeds) {
        if (speeds.n() < Definition.SEGMENT_SPEED.minimumN()) {
            return new Figure(speeds.n(), speeds.trips(), null, null, null, null, true);
        }
        return new Figure(
                speeds.n(),
                speeds.trips(),
                rounded(speeds.mean()),
                rounded(speeds.quantile(0.1)),
                rounded(speeds.quantile(0.5)),
                rounded(speeds.quantile(0.9)),
                false);
    }

    static double rounded(double speed) {
        return Math.round(speed * 1000) / 1000.0;
    }
}
