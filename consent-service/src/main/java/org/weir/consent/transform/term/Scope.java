package org.weir.consent.transform.term;

import java.util.ArrayList;
import java.util.List;
import org.weir.consent.transform.RecordStep;
import org.weir.consent.transform.place.CoarsenLocation;
import org.weir.consent.transform.scope.PredicateFault;
import org.weir.consent.transform.scope.Where;
import org.weir.consent.transform.scope.WithinArea;
import org.weir.consent.transform.scope.WithinTime;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Refinement.Area;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.problem.ErrorCode;

/** Reads which records are in scope: time, area, predicate, in this order, for the last costs most. */
final class Scope {
    private static final String POSITION = "position";

    private Scope() {}

    /**
     * The steps that a record takes before any other.
     *
     * @param said null where every record is in scope
     * @throws TermFault where the scope is not understood
     */
    static List<RecordStep> steps(Refinement said, FeedContract contract) throws TermFault {
        List<RecordStep> steps = new ArrayList<>();
        if (said == null) {
            return steps;
        }
        if (said.recordsFrom() != null || said.recordsUntil() != null) {
            steps.add(new WithinTime(said.recordsFrom(), said.recordsUntil()));
        }
        if (said.within() != null) {
            steps.add(area(said.within(), contract));
        }
        if (said.where() != null) {
            steps.add(where(said.where(), contract));
        }
        return steps;
    }

    private static RecordStep area(Area area, FeedContract contract) throws TermFault {
        String latitude = POSITION + CoarsenLocation.LATITUDE;
        String longitude = POSITION + CoarsenLocation.LONGITUDE;
        if (contract.field(latitude).isEmpty() || contract.field(longitude).isEmpty()) {
            throw new TermFault(
                    ErrorCode.AGREEMENT_SCOPE,
                    "target.refinement.within names an area, but the records of this contract have no position.");
        }
        boolean inOrder = area.west() >= -180
                && area.west() < area.east()
                && area.east() <= 180
                && area.south() >= -90
                && area.south() < area.north()
                && area.north() <= 90;
        if (!inOrder) {
            throw new TermFault(ErrorCode.AGREEMENT_SCOPE, "target.refinement.within has no inside.");
        }
        return new WithinArea(area, latitude, longitude);
    }

    private static RecordStep where(String predicate, FeedContract contract) throws TermFault {
        try {
            return Where.of(predicate, contract.fields());
        } catch (PredicateFault e) {
            throw new TermFault(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM,
                    "target.refinement.where is not understood: " + e.getMessage() + ".");
        }
    }
}
