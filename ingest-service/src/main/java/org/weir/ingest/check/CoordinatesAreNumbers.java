package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** Coordinates are finite numbers. */
final class CoordinatesAreNumbers implements PositionRule {
    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.COORDINATES_NOT_NUMBERS, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        double sum = entity.position().latitude() + entity.position().longitude();
        return Double.isFinite(sum) ? Optional.empty() : FAULT;
    }
}
