package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.Definition;
import org.weir.dashboard.measure.Figures;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Registry;
import org.weir.dashboard.measure.Terms;

/**
 * Running speeds of the registry with what they rest on; each without its number where it rests on too little. Metres a
 * second.
 *
 * @param n traversals
 * @param trips trips, each of which traverses a segment once
 * @param tooFew whether n is below the minimum of all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(long n, long trips, Double meanMps, Double p10Mps, Double p50Mps, Double p90Mps, boolean tooFew) {
    private static final Measure MEAN = Registry.find("running-speed");
    private static final Measure P10 = Registry.find("speed-p10");
    private static final Measure P50 = Registry.find("speed-p50");
    private static final Measure P90 = Registry.find("speed-p90");

    /** What its numbers mean: the mean, then the percentiles. */
    static final List<Definition> DEFINITIONS =
            List.of(MEAN.definition(), P10.definition(), P50.definition(), P90.definition());

    static Figure of(Cell cell) {
        org.weir.dashboard.measure.Figure mean = Figures.of(MEAN, cell, Terms.STANDARD);
        return new Figure(
                mean.n(),
                mean.n(),
                rounded(mean),
                rounded(Figures.of(P10, cell, Terms.STANDARD)),
                rounded(Figures.of(P50, cell, Terms.STANDARD)),
                rounded(Figures.of(P90, cell, Terms.STANDARD)),
                mean.tooFew());
    }

    private static Double rounded(org.weir.dashboard.measure.Figure speed) {
        return speed.value() == null ? null : (Double) (Math.round(speed.value() * 1000) / 1000.0);
    }
}
