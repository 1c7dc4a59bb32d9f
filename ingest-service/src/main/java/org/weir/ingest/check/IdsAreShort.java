package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.problem.ErrorCode;

/** No id or other short text is longer than any schedule's: what is longer is an accident or an attack. */
final class IdsAreShort implements PositionRule {
    /** The longest ids seen in published schedules have about 120 characters. */
    static final int LONGEST = 256;

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        VehiclePosition p = entity.position();
        if (tooLong(entity.id())) {
            return fault("id of the entity");
        } else if (tooLong(p.vehicleId()) || tooLong(p.label()) || tooLong(p.licensePlate())) {
            return fault("vehicle");
        } else if (tooLong(p.tripId())
                || tooLong(p.routeId())
                || tooLong(p.startTime())
                || tooLong(p.startDate())
                || tooLong(p.scheduleRelationship())) {
            return fault("trip");
        } else if (tooLong(p.stopId()) || tooLong(p.status()) || tooLong(p.congestion()) || tooLong(p.occupancy())) {
            return fault("stop or status");
        }
        return Optional.empty();
    }

    private static Optional<Finding> fault(String where) {
        return Optional.of(new Finding(ErrorCode.ID_TOO_LONG, "It stands in: " + where + '.'));
    }

    private static boolean tooLong(String text) {
        return text != null && text.length() > LONGEST;
    }
}
