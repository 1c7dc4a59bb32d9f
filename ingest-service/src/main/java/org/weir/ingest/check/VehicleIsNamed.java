package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** A position says which vehicle it is of, by {@code vehicle.id}. Neither label nor entity id stands in: the one may be withheld where the id is not, the other may be a mere counter. */
final class VehicleIsNamed implements PositionRule {
    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.NO_VEHICLE_ID, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        String id = entity.position().vehicleId();
        return id == null || id.isBlank() ? FAULT : Optional.empty();
    }
}
