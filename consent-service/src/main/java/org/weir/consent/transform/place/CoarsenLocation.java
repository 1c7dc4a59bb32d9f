package org.weir.consent.transform.place;

import java.util.List;
import java.util.Optional;
import org.weir.consent.transform.RecordFields;
import org.weir.consent.transform.RecordStep;
import org.weir.consent.transform.UnshapeableRecord;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Puts the middle of its H3 cell in the place of a position; one inside a protected zone withholds the record. A record
 * without a position is withheld where there are zones, for nobody can tell whether it lies in one.
 *
 * @param group the object that holds {@code latitude} and {@code longitude}, e.g. {@code position}
 * @param resolution from 0, cells as large as a country, to 15, cells of a metre
 * @param zones where nothing may be told
 */
public record CoarsenLocation(String group, int resolution, ProtectedZones zones) implements RecordStep {
    public static final String LATITUDE = ".latitude";
    public static final String LONGITUDE = ".longitude";

    public CoarsenLocation {
        if (resolution < 0 || resolution > Cells.FINEST) {
            throw new IllegalArgumentException("H3 has resolutions from 0 to 15.");
        }
    }

    @Override
    public List<String> rewrites() {
        return List.of(group + LATITUDE, group + LONGITUDE);
    }

    @Override
    public Worker worker() {
        return new Coarsening(new CellFinder(resolution), zones.lookout(), !zones.isEmpty());
    }

    private record Coarsening(CellFinder cells, ProtectedZones.Lookout zones, boolean zoned) implements Worker {
        private static final Optional<ReasonCode> PROTECTED = Optional.of(ReasonCode.PROTECTED_ZONE);
        private static final Optional<ReasonCode> UNKNOWN = Optional.of(ReasonCode.SCOPE_UNKNOWN);

        @Override
        public Optional<ReasonCode> take(RecordFields record) throws UnshapeableRecord {
            if (!record.has(0) && !record.has(1)) {
                return zoned ? UNKNOWN : PASSES;
            }
            double latitude = record.has(0) ? record.number(0) : Double.NaN;
            double longitude = record.has(1) ? record.number(1) : Double.NaN;
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
                throw new UnshapeableRecord("A position was expected", 0);
            }
            if (zones.sees(latitude, longitude)) {
                return PROTECTED;
            }
            CellFinder.Cell cell = cells.find(latitude, longitude);
            record.rewrite(0, cell.latitude());
            record.rewrite(1, cell.longitude());
            return PASSES;
        }
    }
}
