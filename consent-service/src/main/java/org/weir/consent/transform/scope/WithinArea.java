package org.weir.consent.transform.scope;

import java.util.List;
import java.util.Optional;
import org.weir.consent.transform.RecordStep;
import org.weir.schemas.agreement.Refinement.Area;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Lets records flow that happened in a rectangle of degrees; its edges are in it. Where a record does not say where it
 * happened, it is withheld.
 *
 * @param area the rectangle
 * @param latitude the field that holds degrees north
 * @param longitude the field that holds degrees east
 */
public record WithinArea(Area area, String latitude, String longitude) implements RecordStep {
    @Override
    public List<String> reads() {
        return List.of(latitude, longitude);
    }

    @Override
    public Worker worker() {
        Optional<ReasonCode> out = Optional.of(ReasonCode.OUT_OF_SCOPE);
        Optional<ReasonCode> unknown = Optional.of(ReasonCode.SCOPE_UNKNOWN);
        return record -> {
            double north = record.has(0) ? record.number(0) : Double.NaN;
            double east = record.has(1) ? record.number(1) : Double.NaN;
            if (Double.isNaN(north) || Double.isNaN(east)) {
                return unknown;
            }
            boolean in = north >= area.south() && north <= area.north() && east >= area.west() && east <= area.east();
            return in ? Worker.PASSES : out;
        };
    }
}
